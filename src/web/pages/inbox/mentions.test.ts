import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mentionAt, mentioned, mentionsIn } from './mentions.ts'

const people = [
  { id: 'a', name: '王芳' },
  { id: 'b', name: '王芳芳' },
  { id: 'c', name: 'Li Lei' },
]

describe('mentionsIn', () => {
  const cases = [
    { name: 'finds a name', text: '@王芳 看一下', found: ['a'] },
    { name: 'takes the longer of two names that begin alike', text: '请@王芳芳处理', found: ['b'] },
    { name: 'finds both when both are named', text: '@王芳芳 @王芳', found: ['b', 'a'] },
    { name: 'finds names with a space', text: 'cc @Li Lei, thanks', found: ['c'] },
    { name: 'needs the sign', text: '王芳说过', found: [] },
  ]
  for (const { name, text, found } of cases) it(name, () => assert.deepEqual(mentionsIn(text, people), found))
})

describe('mentionAt', () => {
  const cases = [
    { name: 'right after the sign', text: '请@', at: { from: 1, written: '' } },
    { name: 'within a name', text: '请@王', at: { from: 1, written: '王' } },
    { name: 'an address is none', text: 'li@example', at: null },
    { name: 'ends with the line', text: '@王芳\n好', at: null },
    { name: 'nothing without a sign', text: '好的', at: null },
  ]
  for (const { name, text, at } of cases) it(name, () => assert.deepEqual(mentionAt(text, text.length), at))
})

describe('mentioned', () => {
  it('puts names that begin with it first, and no more than asked', () => {
    assert.deepEqual(
      mentioned([{ id: 'x', name: '小王' }, ...people], '王', 2).map(({ id }) => id),
      ['a', 'b'],
    )
  })
})
