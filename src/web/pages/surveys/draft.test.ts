import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Definition } from '../../../shared/questions/definition.ts'
import { freshQuestion } from '../../../shared/questions/kinds.ts'
import { freeOptionKey, moved, withLocale, withMoved, withNewQuestion, withText } from './draft.ts'

const draft: Definition = {
  title: {},
  purpose: {},
  thanks: {},
  locales: ['zh-CN'],
  questions: ['a', 'b', 'c'].map((key) => freshQuestion('nps', key)),
  settings: { opensAt: null, closesAt: null, cap: null, contact: 'none' },
}
const keys = ({ questions }: Definition) => questions.map(({ key }) => key).join('')

describe('a draft', () => {
  it('takes a new question after the one in hand', () => {
    assert.equal(keys(withNewQuestion(draft, 'single', 'x', 0)), 'axbc')
    assert.equal(keys(withNewQuestion(draft, 'single', 'x', -1)), 'xabc')
  })
  it('moves a question, and stays as it is at the ends', () => {
    assert.equal(keys(withMoved(draft, 'b', -1)), 'bac')
    assert.equal(keys(withMoved(draft, 'c', 1)), 'abc')
    assert.equal(keys(withMoved(draft, 'nowhere', 1)), 'abc')
    assert.deepEqual(moved([1, 2], 0, -1), [1, 2])
  })
  it('keeps one language at least', () => {
    const order = ['zh-CN', 'zh-TW', 'en'] as const
    assert.deepEqual(withLocale(draft, 'en', true, order).locales, ['zh-CN', 'en'])
    assert.deepEqual(withLocale(draft, 'zh-CN', false, order).locales, ['zh-CN'])
  })
  it('forgets a text that was emptied', () => {
    assert.deepEqual(withText({ en: 'x', 'zh-CN': '一' }, 'en', ''), { 'zh-CN': '一' })
  })
  it('never gives an option a key that is taken', () => {
    const question = freshQuestion('single', 'q')
    assert.equal(freeOptionKey(question), 'c')
  })
})
