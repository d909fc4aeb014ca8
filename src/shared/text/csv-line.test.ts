import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvLine } from './csv-line.ts'

describe('csvLine', () => {
  const cells = [
    { value: '好', written: '好' },
    { value: 'a,b', written: '"a,b"' },
    { value: 'say "x"', written: '"say ""x"""' },
    { value: '一\n二', written: '"一\n二"' },
    { value: '=1+1', written: "'=1+1" },
    { value: '  +86 138', written: "'  +86 138" },
    { value: '-5 度', written: "'-5 度" },
    { value: '@SUM(A1)', written: "'@SUM(A1)" },
    { value: '＝1+1', written: "'＝1+1" },
    { value: '\tx', written: "'\tx" },
    { value: -5, written: '-5' },
    { value: null, written: '' },
  ]
  for (const { value, written } of cells) {
    it(JSON.stringify(value), () => assert.equal(csvLine([value]), `${written}\r\n`))
  }
})
