/** `hx keywords` as outsiders see it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { it } from 'node:test'

const HX = join(import.meta.dirname, '..', 'src', 'cli', 'hx.ts')
const hx = (args: string[], input: string) => spawnSync(process.execPath, [HX, 'keywords', ...args], { input, encoding: 'utf8' })
const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

type Found = { group: string; word: string; here: number; of: number; there: number; odds: number; interval: { low: number; high: number } }

it('hx keywords says which words set each group apart, and what it could not read', () => {
  const rows = [
    ...Array.from({ length: 40 }, () => ({ text: '物流太慢了', month: 2 })),
    ...Array.from({ length: 40 }, () => ({ text: '客服态度好', month: 2 })),
    ...Array.from({ length: 60 }, (_, i) => ({ text: i % 2 ? '屏幕清晰，客服态度好' : '屏幕清晰', month: 1 })),
  ]
  const { status, stdout } = hx(['--by', 'month', '--most', '5'], `${lines([...rows, { id: 7, text: '没有月份' }])}\nnot JSON`)
  const answers: (Found | { error: string })[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const found = answers.flatMap((answer) => ('word' in answer ? [answer] : []))
  const slow = found.find(({ word }) => word.includes('慢'))
  assert.deepEqual(slow && [slow.group, slow.here, slow.of, slow.there], ['2', 40, 80, 0])
  assert.ok(slow && slow.interval.low > 1 && slow.interval.low < slow.odds && slow.odds < slow.interval.high)
  assert.ok(found.some(({ group, word }) => group === '1' && word.includes('屏幕')))
  assert.ok(!found.some(({ word }) => word.includes('态度好')))
  assert.equal(answers.filter((answer) => 'error' in answer).length, 2)
  assert.equal(status, 1)
  assert.equal(hx(['--most', 'many'], '').status, 2)
  assert.deepEqual([hx([], '').status, hx([], '').stdout], [0, ''])
})
