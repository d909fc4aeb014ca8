import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Aspect, piecesOf } from './aspect-spans.ts'

const aspect = (start: number, end: number, category = 'a'): Aspect => ({ category, polarity: 'negative', start, end })
const shown = (text: string, aspects: Aspect[]) =>
  piecesOf(text, aspects).map((piece) => [piece.text, piece.aspect?.category ?? '', piece.ending.map(({ category }) => category).join()])

describe('piecesOf', () => {
  it('is the whole text without aspects', () => assert.deepEqual(shown('送货太慢', []), [['送货太慢', '', '']]))
  it('cuts at each aspect', () => {
    assert.deepEqual(shown('送货太慢，师傅很好', [aspect(0, 4), aspect(5, 9, 'b')]), [
      ['送货太慢', 'a', 'a'],
      ['，', '', ''],
      ['师傅很好', 'b', 'b'],
    ])
  })
  it('shows the shorter one where two overlap', () => {
    assert.deepEqual(shown('一二三四', [aspect(0, 4), aspect(1, 3, 'b')]), [
      ['一', 'a', ''],
      ['二三', 'b', 'b'],
      ['四', 'a', 'a'],
    ])
  })
  it('leaves out what does not lie in the text', () => assert.deepEqual(shown('短', [aspect(0, 9), aspect(1, 1)]), [['短', '', '']]))
  it('is nothing for no text', () => assert.deepEqual(shown('', [aspect(0, 1)]), []))
})
