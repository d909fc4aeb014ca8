import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fillPlaces, unknownPlacesIn } from '../improvements/notice-places.ts'
import { type NoticeFacts, quoteOf, wantsNoMail, writeNotice } from './notice.ts'

const letter = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  locale: 'zh-CN',
  name: '安娜',
  house: { name: '回声电器', colour: null, pronoun: '你' },
  code: 'AAAA-BBBB',
  link: 'https://x.example/track/AAAA',
  title: '送货改为两小时窗口',
  template: '',
  said: '约好上午送，没有人来',
  date: '3月2日',
  ...change,
})
const written = (change: Partial<NoticeFacts> = {}) => writeNotice(letter(change), fillPlaces)

describe('quoteOf', () => {
  it('masks what could name someone', () => assert.doesNotMatch(quoteOf('我叫13800138000，邮箱 li@example.com'), /13800138000|li@example/))
  it('is one short line', () => {
    assert.equal(quoteOf('一\n\n二\t三'), '一 二 三')
    assert.equal([...quoteOf('字'.repeat(500))].length, 81)
  })
  it('never cuts a sign in half', () => assert.ok(quoteOf('😀'.repeat(200)).isWellFormed()))
  it('is empty when nothing was said', () => assert.equal(quoteOf(' \n '), ''))
})

describe('writeNotice', () => {
  it('says hello, what they said and what was done', () => {
    const { subject, plain, text } = written()
    assert.equal(subject, '你说的事有了结果：送货改为两小时窗口')
    assert.equal(plain, '3月2日，你告诉我们：“约好上午送，没有人来”\n\n我们做了这件事：送货改为两小时窗口。')
    assert.match(text, /^安娜，你好：\n\n3月2日.*https:\/\/x\.example\/track\/AAAA.*-- \n回声电器$/s)
  })
  it('does not say twice what the text says already', () => {
    const { plain, text } = written({ template: '{{customer.name}}，你说“{{said}}”，改好了。' })
    assert.equal(plain, '安娜，你说“约好上午送，没有人来”，改好了。')
    assert.doesNotMatch(text, /你好/)
  })
  it('knows nobody by name without a name', () =>
    assert.match(written({ name: '', said: '' }).text, /^你好：\n\n3月2日，你给我们留了反馈。/))
  it('fills no place from what a customer wrote', () => {
    assert.match(written({ said: '{{customer.name}}', template: '“{{said}}”' }).text, /“\{\{customer\.name\}\}”/)
  })
})

describe('places', () => {
  it('that do not exist are named', () =>
    assert.deepEqual(unknownPlacesIn('{{customer.nmae}} {{said}} {{ x | y }}'), ['customer.nmae', 'x']))
  it('take their fallback', () => assert.equal(fillPlaces('{{customer.name|朋友}}', { 'customer.name': '' }), '朋友'))
})

describe('wantsNoMail', () => {
  const cases = [
    { attributes: {}, no: false },
    { attributes: { unsubscribed: true }, no: true },
    { attributes: { optOut: 'yes' }, no: true },
    { attributes: { unsubscribed: false, tier: 'yes' }, no: false },
  ]
  for (const { attributes, no } of cases) it(JSON.stringify(attributes), () => assert.equal(wantsNoMail(attributes), no))
})
