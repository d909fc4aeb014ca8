import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { faultsOf } from '../../shared/questions/definition.ts'
import { freshQuestion } from '../../shared/questions/kinds.ts'
import type { Sent } from '../../shared/questions/question.ts'
import { LOCALES } from '../../shared/words/locale.ts'
import { contactIn, readFilled, voiceOf } from './reading.ts'
import { csvHead, csvOf } from './response-csv.ts'
import { everyDay, figureOf, questionsEver } from './results.ts'
import { inLanguages, TEMPLATES, templateOf } from './templates/all.ts'

const definition = templateOf('csat-service')?.definition
if (definition === undefined) throw new Error('the template csat-service is gone')
const filled = (answers: Record<string, Partial<Sent>>, contact = '') => ({
  answers: new Map(Object.entries(answers).map(([key, given]): [string, Sent] => [key, { values: [], other: '', ...given }])),
  contact,
})
const voice = (answers: Record<string, Partial<Sent>>, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const read = readFilled(definition, filled(answers))
  assert.ok(read.ok)
  return voiceOf(definition, read.rows, locale)
}
const NEEDED = { satisfied: { values: ['4'] }, solved: { values: ['yes'] } }

describe('templates', () => {
  for (const { key, about, definition } of TEMPLATES.filter((template) => template.key !== 'blank')) {
    it(`${key} can be published as it is, in every language`, () => {
      assert.deepEqual(faultsOf(definition), [])
      for (const locale of LOCALES) {
        assert.ok(about[locale])
        assert.deepEqual(faultsOf(inLanguages(definition, [locale])), [])
      }
    })
  }
})

describe('the feedback of a response', () => {
  it('is the words alone when one question was answered in words', () => {
    assert.deepEqual(voice({ ...NEEDED, said: { values: ['很快'] } }), { text: '很快', scores: [{ kind: 'csat', value: 4 }] })
  })
  it('says what was asked when there are several', () => {
    const { text } = voice({ ...NEEDED, better: { other: '停车' }, said: { values: ['很快'] } })
    assert.equal(text, '哪里可以做得更好？\n停车\n\n还想告诉我们什么？\n很快')
  })
  it('leaves ticked boxes to the answers when there is a score', () => {
    assert.deepEqual(voice(NEEDED), { text: '', scores: [{ kind: 'csat', value: 4 }] })
  })
  it('is what was ticked when that is all there is', () => {
    const questions = definition.questions.filter(({ key }) => key === 'better')
    const read = readFilled({ ...definition, questions }, filled({ better: { values: ['waiting', 'skill'] } }))
    assert.ok(read.ok)
    assert.equal(
      voiceOf({ ...definition, questions }, read.rows, 'en').text,
      'What could have been better?\nThe time I waited, Knowledge and skill',
    )
  })
})

describe('reading what came in', () => {
  it('collects everything that does not fit', () => {
    const read = readFilled(definition, filled({ satisfied: { values: ['9'] }, else: { values: ['x'] } }, 'nobody'))
    assert.ok(!read.ok)
    assert.deepEqual(read.wrong, [
      { question: 'else', why: 'unknown' },
      { question: 'satisfied', why: 'not-a-point' },
      { question: 'solved', why: 'required' },
    ])
    assert.ok(read.wrongContact)
  })
  it('takes no contact where none is asked for', () => {
    const settings = { ...definition.settings, contact: 'none' as const }
    const read = readFilled({ ...definition, settings }, filled(NEEDED, 'a@example.com'))
    assert.ok(read.ok)
    assert.equal(read.contact, null)
  })
  const contacts = [
    { text: ' lin@example.com ', gives: { email: 'lin@example.com' } },
    { text: '138 0013 8000', gives: { phone: '138 0013 8000' } },
    { text: '+886 912 345 678', gives: { phone: '+886 912 345 678' } },
    { text: '  ', gives: null },
    { text: '小林', gives: 'unreadable' },
    { text: '@@', gives: 'unreadable' },
    { text: '12', gives: 'unreadable' },
  ]
  for (const { text, gives } of contacts) it(`reads "${text}"`, () => assert.deepEqual(contactIn(text), gives))
})

describe('figures', () => {
  const [scale, solved, better] = definition.questions
  if (!scale || !solved || !better) throw new Error('the template has fewer questions')
  const points = (...counts: number[]) => counts.map((count, at) => ({ number: at + 1, option: null, count }))

  it('withhold a score of fewer than five, and say why', () => {
    const figure = figureOf(scale, 4, points(0, 0, 0, 4, 0))
    assert.deepEqual([figure.firmness, figure.score, figure.buckets[3]?.count], ['hidden', null, 4])
  })
  it('give the share of the two best points with its interval', () => {
    const { score, firmness } = figureOf(scale, 40, points(2, 3, 5, 10, 20))
    assert.equal(firmness, 'firm')
    assert.equal(score?.value, 0.75)
    assert.ok(score?.interval && score.interval.low < 0.75 && score.interval.high > 0.75)
    assert.equal(score?.mean, 4.075)
  })
  it('count shares of those who answered, also where they ticked several', () => {
    const figure = figureOf(better, 10, [
      { number: null, option: 'waiting', count: 8 },
      { number: null, option: 'skill', count: 5 },
    ])
    assert.deepEqual(
      figure.buckets.filter(({ count }) => count > 0).map(({ key, share }) => [key, share]),
      [
        ['waiting', 0.8],
        ['skill', 0.5],
      ],
    )
  })
  it('keep options that are no longer offered', () => {
    const figure = figureOf(solved, 3, [{ number: null, option: 'long-gone', count: 3 }])
    assert.equal(figure.buckets.at(-1)?.key, 'long-gone')
  })
  it('take a question of another kind for another question', () => {
    const ever = questionsEver([[freshQuestion('ces', 'satisfied')], [scale, solved]])
    assert.deepEqual(
      ever.map(({ question, retired }) => [question.key, question.kind, retired]),
      [
        ['satisfied', 'ces', false],
        ['satisfied', 'csat', true],
        ['solved', 'single', true],
      ],
    )
  })
})

describe('the days', () => {
  it('are all there, those without a response too, and the latest where they are many', () => {
    const days = [
      { day: '2026-05-30', responses: 2 },
      { day: '2026-06-02', responses: 1 },
    ]
    assert.deepEqual(
      everyDay(days, 60).map(({ day, responses }) => `${day} ${responses}`),
      ['2026-05-30 2', '2026-05-31 0', '2026-06-01 0', '2026-06-02 1'],
    )
    assert.deepEqual(
      everyDay(days, 2).map(({ responses }) => responses),
      [0, 1],
    )
    assert.deepEqual(everyDay([], 60), [])
  })
})

describe('the file', () => {
  it('puts one response on one line, whatever was written', () => {
    const answers = [
      { question: 'satisfied', kind: 'csat', number: 4, option: null, text: null },
      { question: 'better', kind: 'multi', number: null, option: 'waiting', text: null },
      { question: 'better', kind: 'multi', number: null, option: 'other', text: '@SUM(A1)' },
      { question: 'said', kind: 'long-text', number: null, option: null, text: '一\n"二"' },
    ]
    const facts = { branch: '上海, 徐汇店' }
    const response = { id: 'resp_1', feedbackId: null, version: 2, locale: 'zh-CN', answeredAt: 0 as never, facts, answers }
    assert.equal(
      csvOf(response, definition.questions, 'zh-CN'),
      'resp_1,,1970-01-01T00:00:00.000Z,2,zh-CN,,,"上海, 徐汇店",4,,等待时间; @SUM(A1),"一\n""二"""\r\n',
    )
    assert.match(
      csvHead(definition.questions, 'en'),
      /^response,feedback,answered_at,version,language,product,order,branch,How satisfied are you with this service\?,/,
    )
  })
})
