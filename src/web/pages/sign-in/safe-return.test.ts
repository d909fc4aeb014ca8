import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { safeReturn } from './safe-return.ts'

describe('safeReturn', () => {
  it('keeps a path of this app with its search', () => assert.equal(safeReturn('/inbox?stage=new'), '/inbox?stage=new'))

  for (const foreign of [undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 'inbox']) {
    it(`goes home instead of to ${foreign}`, () => assert.equal(safeReturn(foreign), '/'))
  }
})
