import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { onlyThanks } from './thanks.ts'

describe('onlyThanks', () => {
  const cases: [text: string, only: boolean][] = [
    ['谢谢', true],
    ['谢谢，已经好了', true],
    ['ok thanks', true],
    ['感谢，师傅态度很好', true],
    ['谢谢，但是还是不行', false],
    ['你们真行，谢谢啊，又坏了', false],
    ['谢谢，发票什么时候能开？', false],
    ['可以，六点在家等', false],
    ['', false],
  ]
  for (const [text, only] of cases)
    it(`${only ? 'takes' : 'does not take'} “${text}” for thanks alone`, () => assert.equal(onlyThanks(text, sentimentModel), only))
})
