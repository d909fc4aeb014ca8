import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import iconv from 'iconv-lite'
import { Refusal } from '../errors.ts'
import { type Row, readRows } from './rows.ts'

async function rowsOf(name: string, content: string | Uint8Array): Promise<Row[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const rows: Row[] = []
  for await (const row of readRows({ kind: 'bytes', name, bytes })) rows.push(row)
  return rows
}
const told = ({ line, values, wrong }: Row) => [line, wrong?.code ?? values]

describe('readRows', () => {
  const table = '编号,内容\n1,送货太慢\n2,很好\n'
  const read = [
    [2, { 编号: '1', 内容: '送货太慢' }],
    [3, { 编号: '2', 内容: '很好' }],
  ]
  for (const encoding of ['utf-8', 'gb18030', 'utf-16'])
    it(`knows ${encoding}`, async () =>
      assert.deepEqual((await rowsOf('a.csv', iconv.encode(table, encoding, { addBOM: true }))).map(told), read))

  it('knows GB18030 behind a long English beginning, and UTF-8 of which one character was cut off', async () => {
    const english = `id,text\n${`x,${'plain words '.repeat(5_000)}\n`.repeat(20)}`
    const late = await rowsOf('a.csv', Buffer.concat([Buffer.from(english), iconv.encode('z,中文在后面\n', 'gb18030')]))
    assert.equal(late.at(-1)?.values.text, '中文在后面')
    const cut = Buffer.concat([Buffer.from('id,text\n1,这一条在写到末尾之前被截断').subarray(0, -1), Buffer.from('\n2,送货太慢\n')])
    assert.equal((await rowsOf('a.csv', cut))[1]?.values.text, '送货太慢')
  })

  it('takes a line with fewer cells, and none whose words would be lost', async () => {
    const rows = await rowsOf('a.csv', 'id,text\n1\n2,slow,very\n3,fine,\n')
    assert.deepEqual(rows.map(told), [
      [2, { id: '1', text: undefined }],
      [3, 'more-cells'],
      [4, { id: '3', text: 'fine' }],
    ])
  })

  it('names a line of JSON Lines that is no object', async () => {
    assert.deepEqual((await rowsOf('a.jsonl', '{"text":"a"}\n[1]\n\n{"text"\n')).map(told), [
      [1, { text: 'a' }],
      [2, 'not-json'],
      [4, 'not-json'],
    ])
  })

  const broken: [name: string, content: string, code: string, line?: number][] = [
    ['a.pdf', 'x', 'import.wrong-kind'],
    ['a.xlsx', 'not a sheet', 'import.sheet-broken'],
    ['a.csv', 'id,text\n1,"never closed\n', 'import.csv-broken', 2],
    ['a.jsonl', `{"text":"a"}\n{"text":"${'b'.repeat(1_200_000)}`, 'import.line-too-long', 2],
    ['a.csv', `id,text\n1,${'b'.repeat(1_200_000)}\n`, 'import.line-too-long'],
  ]
  for (const [name, content, code, line] of broken)
    it(`${code} for ${name}`, () =>
      assert.rejects(rowsOf(name, content), (error) => {
        assert.ok(error instanceof Refusal)
        assert.equal(error.code, code)
        if (line !== undefined) assert.equal(error.facts.line, line)
        return true
      }))
})
