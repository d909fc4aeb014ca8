import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refusedCsv } from './refused-csv.ts'

describe('refusedCsv', () => {
  it('quotes what needs it and marks the file as UTF-8', () => {
    assert.equal(
      refusedCsv(['行号', '原因'], [{ line: 3, why: 'text: want "a", or b' }]),
      '\uFEFF行号,原因\r\n3,"text: want ""a"", or b"\r\n',
    )
  })
  it('lets no cell run as a formula', () => assert.match(refusedCsv(['l', 'w'], [{ line: 1, why: '=1+1' }]), /1,'=1\+1/))
})
