import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, instant, plus } from '../../shared/time/instant.ts'
import type { Heard } from './condition.ts'
import { acknowledgement, letterLocale, resolutionLetter } from './letters.ts'
import { queryCodeOf } from './query-code.ts'
import { type Candidate, nextOwner, teamFor } from './routing.ts'
import { isMachineAddress } from './sender.ts'
import { afterCustomerSpoke, afterReply } from './stages.ts'
import { starterTemplates } from './starter-templates.ts'
import { shownFacts } from './step-facts.ts'
import { masked, subjectOf } from './subject.ts'
import { rendered, unknownPlaces } from './template.ts'

const NOW = instant('2026-03-02T10:00Z')

describe('subjectOf', () => {
  const cases: [name: string, text: string, hidden: { start: number; end: number }[], subject: string][] = [
    ['is the first clause', '洗衣机漏水，修了三次', [], '洗衣机漏水'],
    ['skips what says nothing', '！！。 唉，屏幕闪', [], '屏幕闪'],
    ['masks what was found to be personal', '我叫张三丰来投诉', [{ start: 2, end: 5 }], '我叫＊＊＊来投诉'],
    ['masks a phone number nobody marked', '打 138 0013 8000 没人接', [], '打 ＊＊＊ 没人接'],
    ['masks an address of mail', 'write me at li.lei@example.com please', [], 'write me at ＊＊＊ please'],
    ['keeps a number with a point', 'Version 3.5 crashes. Often', [], 'Version 3.5 crashes'],
    ['is made of one line', 'a  b\tc\nd', [], 'a b c'],
    ['skips a greeting', '禾岫家电客服：\n您好，上个月买的洗衣机漏水', [], '上个月买的洗衣机漏水'],
    ['skips a greeting in English', 'Dear Hexiu team,\nthe side brush fell off', [], 'the side brush fell off'],
    ['leaves out who speaks', '【通话记录】客户：我怀孕六个月，甲醛超标', [], '我怀孕六个月'],
    ['takes the next clause where the first says too little', '差评，地图三天两头丢失，烦', [], '差评，地图三天两头丢失'],
    ['keeps what only looks like one', '型号：A1', [], '型号：A1'],
    ['is the greeting where nothing else is said', '你好', [], '你好'],
    ['falls back', '', [], 'NPS 3/10'],
  ]
  for (const [name, text, hidden, subject] of cases) it(name, () => assert.equal(subjectOf(text, hidden, 'NPS 3/10'), subject))
  it('cuts at 60 characters, never inside one', () => {
    const subject = subjectOf('😀'.repeat(100), [], '')
    assert.equal([...subject].length, 60)
    assert.ok(subject.endsWith('😀…'))
  })
  it('takes bounded time on a hostile text', () => assert.ok(subjectOf('1 '.repeat(10_000) + '@'.repeat(10_000), [], '').length <= 60))
  it('ignores overlapping stretches', () =>
    assert.equal(
      masked('abcdef', [
        { start: 1, end: 4 },
        { start: 2, end: 6 },
      ]),
      'a＊＊＊ef',
    ))
})

describe('routing', () => {
  const heard: Heard = {
    intent: 'complaint',
    sentiment: 'negative',
    urgency: 'normal',
    lowScore: false,
    wantsCall: false,
    channel: 'web',
    tier: 'vip',
    categories: ['price'],
    language: 'zh-CN',
  }
  it('takes the first rule that applies, else the one for everything else', () => {
    const rules = [
      { name: '', when: { channels: ['call' as const] }, team: 'phone' },
      { name: '', when: { tiers: ['vip'] }, team: 'vip' },
    ]
    assert.equal(teamFor(heard, { rules, otherwise: 'all', loadCap: 1 }), 'vip')
    assert.equal(teamFor({ ...heard, tier: null }, { rules, otherwise: 'all', loadCap: 1 }), 'all')
    assert.equal(teamFor({ ...heard, tier: null }, { rules: [], otherwise: null, loadCap: 1 }), null)
  })
  const someone = (personId: string, open: number, hoursAgo: number | null, away = false): Candidate => ({
    personId,
    open,
    away,
    lastAssignedAt: hoursAgo === null ? null : plus(NOW, -hoursAgo * 3_600_000),
  })
  const turns: [name: string, people: Candidate[], next: string | null][] = [
    ['nobody', [], null],
    ['the fewest open cases', [someone('a', 3, 9), someone('b', 2, 1)], 'b'],
    ['then the longest without one', [someone('a', 2, 1), someone('b', 2, 5)], 'b'],
    ['then who never had one', [someone('a', 2, 100), someone('b', 2, null)], 'b'],
    ['not those who are away', [someone('a', 0, 1, true), someone('b', 9, 1)], 'b'],
    ['not those at the cap', [someone('a', 10, 1)], null],
    ['alike: an order all nodes agree on', [someone('b', 1, 1), someone('a', 1, 1)], 'a'],
  ]
  for (const [name, people, next] of turns) it(name, () => assert.equal(nextOwner(people, 10), next))
})

describe('stages', () => {
  const cases = [
    ['new', 0, 'stays'],
    ['working', 100, 'stays'],
    ['waiting', 1, 'works-again'],
    ['resolved', 14, 'reopens'],
    ['verified', 13, 'reopens'],
    ['closed', 15, 'continues'],
  ] as const
  for (const [stage, days, word] of cases)
    it(`${stage} for ${days} days: ${word}`, () => assert.equal(afterCustomerSpoke(stage, plus(NOW, -days * DAY), NOW), word))
  it('a reply works on it or waits, and moves nothing that has ended', () => {
    assert.deepEqual(
      [afterReply('new', false), afterReply('working', true), afterReply('resolved', true)],
      ['working', 'waiting', 'resolved'],
    )
  })
})

describe('templates', () => {
  it('fill places, fall back, and say what is missing', () => {
    const { text, missing } = rendered('{{customer.name|你}}，{{ product }}编号 {{number}}，{{agent.name}}', {
      number: 'AB',
      'agent.name': '小林',
    })
    assert.equal(text, '你，{{ product }}编号 AB，小林')
    assert.deepEqual(missing, ['product'])
  })
  it('do not fill a value again', () =>
    assert.equal(rendered('{{customer.name}}', { 'customer.name': '{{number}}', number: 'X' }).text, '{{number}}'))
  it('know a place that is none', () => assert.deepEqual(unknownPlaces('{{custmer.name}} {{number}} {{ x | y }}'), ['custmer.name', 'x']))
  it('start in three languages with places that are known', () => {
    const starters = starterTemplates('zh-TW')
    assert.equal(starters[0]?.language, 'zh-TW')
    assert.equal(starters.length, 18)
    for (const { text } of starters) assert.deepEqual(unknownPlaces(text), [])
  })
})

describe('queryCodeOf', () => {
  const cases: [string, string | null][] = [
    ['8F3K-27QW-MN5P', '8F3K-27QW-MN5P'],
    ['8f3k27qwmn5p', '8F3K-27QW-MN5P'],
    [' 8f3k 27qw – mn5p ', '8F3K-27QW-MN5P'],
    ['８Ｆ３Ｋ２７ＱＷＭＮ５Ｐ', '8F3K-27QW-MN5P'],
    ['8F3K-27QW-MN5', null],
    ['8F3K-27QW-MN5O', null],
    ["' OR 1=1 --", null],
    ['', null],
  ]
  for (const [typed, code] of cases) it(`${JSON.stringify(typed)}: ${code}`, () => assert.equal(queryCodeOf(typed), code))
})

describe('letters', () => {
  const to = {
    locale: 'zh-CN',
    name: '',
    code: 'AAAA-BBBB-CCCC',
    link: 'https://x.example/track/A',
    house: { name: '澄屿', colour: '#7a1f1f', pronoun: '你' },
    zone: 'Asia/Shanghai',
    heard: true,
  } as const
  it('say the number, the time in the workspace’s zone, and where to look', () => {
    const { text, plain } = acknowledgement(to, instant('2026-03-03T02:00Z'), NOW)
    assert.match(plain, /3月3日 10:00 前回复/)
    assert.match(text, /AAAA-BBBB-CCCC[\s\S]*https:\/\/x\.example\/track\/A[\s\S]*也可以直接回复/)
  })
  it('invite an answer only where it is heard', () => {
    assert.doesNotMatch(acknowledgement({ ...to, heard: false }, null, NOW).text, /直接回复/)
  })
  it('address the customer as the workspace wants, and leave alone what a person wrote', () => {
    const { text } = resolutionLetter(
      { ...to, house: { ...to.house, pronoun: '您' } },
      { outcome: 'resolved', note: '谢谢你等了这么久。', agent: '林', check: 'https://x.example/check/t', until: NOW, now: NOW },
    )
    assert.match(text, /^您好：\n\n您反馈的问题/)
    assert.match(text, /谢谢你等了这么久。/)
  })
  it('ask with a link, and say what silence does', () => {
    const { text } = resolutionLetter(
      { ...to, locale: 'en' },
      { outcome: 'no-action', note: 'Too rare.', agent: 'Lin', check: 'https://x.example/check/t', until: plus(NOW, 7 * DAY), now: NOW },
    )
    assert.match(text, /Too rare\.[\s\S]*https:\/\/x\.example\/check\/t[\s\S]*Mar 9/)
  })
  it('are written in the language of the customer', () => {
    assert.equal(letterLocale('zh-Hant', null, 'zh-CN'), 'zh-TW')
    assert.equal(letterLocale('en-GB', 'zh-CN', 'zh-CN'), 'en')
    assert.equal(letterLocale('und', 'zh-TW', 'zh-CN'), 'zh-TW')
    assert.equal(letterLocale(null, null, 'zh-TW'), 'zh-TW')
  })
  it('do not go to machines by themselves', () => {
    assert.deepEqual(['no-reply@x.example', 'MAILER-DAEMON@x.example', 'replyking@x.example'].map(isMachineAddress), [true, true, false])
  })
})

describe('shownFacts', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  it('shows ids in their outside form, and stages as they are', () => {
    assert.deepEqual(shownFacts('stage', { from: 'new', to: 'working' }), { from: 'new', to: 'working' })
    assert.deepEqual(shownFacts('merged', { into: id }), { into: publicIdOf('case', id) })
    assert.deepEqual(shownFacts('assigned', { owner: id, team: null }), { owner: publicIdOf('person', id), team: null })
  })
})
