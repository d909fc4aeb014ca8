import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choicesOf, choose, hasContent, mappingOf } from './columns.ts'

const columns = ['内容', '评分', '门店', '备注']
const guessed = choicesOf(columns, { text: '内容', rating: '评分', facts: { 门店: '门店' } })
const extras = { fixedChannel: 'counter', ratingMax: 5 } as const

describe('choicesOf', () => {
  it('says what each column is read as', () => {
    assert.deepEqual(guessed, { 内容: 'text', 评分: 'rating', 门店: 'fact', 备注: 'skip' })
  })
})

describe('choose', () => {
  it('takes a target away from the column that had it', () => {
    assert.deepEqual(choose(guessed, '备注', 'text'), { 内容: 'skip', 评分: 'rating', 门店: 'fact', 备注: 'text' })
  })
  it('lets several columns be facts', () => assert.equal(choose(guessed, '备注', 'fact').门店, 'fact'))
})

describe('mappingOf', () => {
  it('goes back to what the server takes', () => {
    assert.deepEqual(mappingOf(guessed, extras), {
      text: '内容',
      rating: '评分',
      facts: { 门店: '门店' },
      fixedChannel: 'counter',
      ratingMax: 5,
    })
  })
  it('leaves the fixed channel out where a column says it', () => {
    assert.deepEqual(mappingOf({ 渠道: 'channel', 内容: 'text' }, extras), { channel: '渠道', text: '内容' })
  })
})

describe('hasContent', () => {
  it('wants words or a score', () => {
    assert.equal(hasContent(guessed), true)
    assert.equal(hasContent({ 门店: 'fact', 姓名: 'name' }), false)
  })
})
