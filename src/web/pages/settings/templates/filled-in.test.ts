import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { speak } from '../../../../shared/words/catalogues.ts'
import { filledIn, unknownIn } from './filled-in.ts'

const t = speak('zh-CN')

describe('filledIn', () => {
  it('shows each place as it may read, and leaves what is none', () => {
    assert.equal(filledIn('{{customer.name|你}}，{{ due }}，{{x}}', t), '王女士，明天 10:00，{{x}}')
  })
})

describe('unknownIn', () => {
  it('names what is no place, once', () => assert.deepEqual(unknownIn('{{nobody}} {{number}} {{nobody|x}}'), ['nobody']))
  it('finds nothing in a sound text', () => assert.deepEqual(unknownIn('{{customer.name|你}}，{{due}}'), []))
})
