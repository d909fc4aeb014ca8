/** The contract as outsiders rely on it: a classifier of one's own labels, by the command line alone. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import iconv from 'iconv-lite'

const HX = join(import.meta.dirname, '..', 'src', 'cli', 'hx.ts')
const folder = mkdtempSync(join(tmpdir(), 'hx-learn-'))
after(() => rmSync(folder, { recursive: true }))

const hx = (args: string[], input = '') => spawnSync(process.execPath, [HX, ...args], { input, encoding: 'utf8' })
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const linesOf = <Line>(out: string): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const THINGS = ['洗衣机', '油烟机', '扫地机器人', '空气炸锅', '净水器', '冰箱']
const SAYINGS: readonly (readonly [string, string])[] = [
  ['的快递三天还没到', '物流'],
  ['送货师傅迟到了两小时', '物流'],
  ['用了一周就漏水', '质量'],
  ['开机就有焦味', '质量'],
]
const rows = SAYINGS.flatMap(([saying, label]) => THINGS.map((thing) => ({ text: `${thing}${saying}`, label })))

type Report = {
  texts: number
  accuracy: { rate: number; of: number; interval: { low: number } }
  labels: { label: string }[]
  leftOut: number
}

describe('hx learn and apply', () => {
  it('learn from lines, tell how right they are, and file what comes', () => {
    const model = join(folder, 'one.model')
    const learned = hx(['learn', file('one.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')), '--model', model])
    assert.deepEqual([learned.status, learned.stderr], [0, ''])
    const [report] = linesOf<Report>(learned.stdout)
    assert.equal(report?.texts, rows.length)
    assert.equal(report?.accuracy.of, rows.length)
    assert.deepEqual(
      report?.labels.map(({ label }) => label),
      ['物流', '质量'],
    )
    const applied = hx(['apply', '--model', model], '{"id":1,"text":"热水器的快递一直没到"}\nno json\n{"id":"b","text":"热水器漏水"}')
    assert.equal(applied.status, 1)
    const [first, second, third] = linesOf<{ id?: unknown; label?: string; confidence: number; error?: string }>(applied.stdout)
    assert.deepEqual([first?.id, first?.label, second?.error !== undefined, third?.id, third?.label], [1, '物流', true, 'b', '质量'])
    assert.ok((first?.confidence ?? 0) > 0.5 && (first?.confidence ?? 2) <= 1)
  })

  it('take a table with columns of other names, in GB18030 too, and several labels at once', () => {
    const model = join(folder, 'several.model')
    const both = THINGS.map((thing) => ({ said: `${thing}的快递三天还没到，用了一周就漏水`, tags: ['物流', '质量'] }))
    const table = [...rows.map(({ text, label }) => ({ said: text, tags: [label] })), ...both]
    const cell = (value: string) => `"${value.replaceAll('"', '""')}"`
    const csv = ['said,tags', ...table.map(({ said, tags }) => `${cell(said)},${cell(JSON.stringify(tags))}`)].join('\r\n')
    const learned = hx(['learn', file('several.csv', iconv.encode(csv, 'gb18030')), '--model', model, '--text', 'said', '--label', 'tags'])
    assert.deepEqual([learned.status, learned.stderr], [0, ''])
    const applied = hx(['apply', '--model', model], '{"id":1,"text":"电饭煲的快递三天还没到，用了一周就漏水"}')
    assert.deepEqual(linesOf<{ labels: string[] }>(applied.stdout)[0]?.labels, ['物流', '质量'])
  })

  it('say in a line what they cannot learn from or read', () => {
    const oneLabel = file('same.jsonl', '{"text":"好","label":"a"}\n{"text":"很好","label":"a"}')
    const noModel = file('no.model', 'not a model')
    for (const [args, why] of [
      [['learn', oneLabel, '--model', join(folder, 'x')], /fewer than two labels/],
      [['learn', oneLabel], /--model/],
      [['learn', oneLabel, '--model', join(folder, 'x'), '--label', 'kind'], /line 1: want the fields "text" and "kind"/],
      [['learn', join(folder, 'gone.jsonl'), '--model', join(folder, 'x')], /gone\.jsonl/],
      [['apply', '--model', noModel], /was not written by hx learn/],
    ] as const) {
      const { status, stdout, stderr } = hx([...args])
      assert.notEqual(status, 0)
      assert.equal(stdout, '')
      assert.match(stderr, why)
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
    }
  })
})
