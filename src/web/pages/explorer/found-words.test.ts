import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foundIn, snippetOf, wordsOf } from './found-words.ts'

describe('wordsOf', () => {
  it('keeps quotes together and parts the rest', () => {
    assert.deepEqual(wordsOf('退款 “客服 电话” refund'), ['客服 电话', '退款', 'refund'])
  })
})

describe('foundIn', () => {
  const marked = (text: string, q: string) => foundIn(text, wordsOf(q)).map(({ start, end }) => text.slice(start, end))
  it('finds words whatever their case', () => assert.deepEqual(marked('The Refund, refund', 'refund'), ['Refund', 'refund']))
  it('joins what overlaps', () => assert.deepEqual(marked('上门维修师傅', '上门维修 维修师傅'), ['上门维修师傅']))
  it('marks pairs where a word does not stand as a whole', () =>
    assert.deepEqual(marked('维修很慢，师傅态度好', '维修师傅'), ['维修', '师傅']))
  it('finds nothing without words', () => assert.deepEqual(marked('随便', ''), []))
})

describe('snippetOf', () => {
  it('begins near the first found word of a long text', () => {
    const text = `${'前'.repeat(100)}退款迟迟不到`
    assert.deepEqual(snippetOf(text, ['退款']), { text: `${'前'.repeat(12)}退款迟迟不到`, cut: true })
  })
  it('begins at the beginning otherwise, in one line', () => {
    assert.deepEqual(snippetOf('第一行\n第二行', []), { text: '第一行 第二行', cut: false })
  })
})
