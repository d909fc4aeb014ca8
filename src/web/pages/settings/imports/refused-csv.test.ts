import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refusedCsv } from './refused-csv.ts'

describe('refusedCsv', () => {
  it('quotes what needs it and marks the file as UTF-8', () => {
    const rows = [
      ['行号', '列', '原因'],
      [3, '门店, 地址', '写着"无"'],
    ]
    assert.equal(refusedCsv(rows), '\uFEFF行号,列,原因\r\n3,"门店, 地址","写着""无"""\r\n')
  })
  it('lets no cell run as a formula', () => assert.match(refusedCsv([[1, '=1+1', '+1']]), /1,'=1\+1,'\+1/))
})
