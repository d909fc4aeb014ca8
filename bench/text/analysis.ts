import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgements, textData } from '../../scripts/labelled-texts.ts'
import type { Part } from './part.ts'
import { timed } from './speed.ts'

const ROOT = join(import.meta.dirname, '../..')
const TEXTS = 10_000
const STARTS = 5

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** A whole process of `hx analyze`: texts a second, milliseconds for one text alone, the most memory that it held. */
function figuresOf(set: 'waimai' | 'shopping', folder: string): object[] {
  const rows = judgements[set]()
  if (rows.length === 0) return []
  const lineOf = (i: number) => `${JSON.stringify({ id: i, text: rows[i % rows.length]!.text })}\n`
  const many = join(folder, `${set}.jsonl`)
  const one = join(folder, `${set}.one.jsonl`)
  writeFileSync(many, Array.from({ length: TEXTS }, (_, i) => lineOf(i)).join(''))
  writeFileSync(one, lineOf(0))
  const command = [process.execPath, join(ROOT, 'src/cli/hx.ts'), 'analyze', '--task', 'all']
  const alone = Array.from({ length: STARTS }, () => timed(command, one))
  const all = timed(command, many)
  return [
    {
      set,
      texts: TEXTS,
      perSecond: Math.round(TEXTS / all.wall),
      perCpuSecond: Math.round(TEXTS / all.cpu),
      'aim, one core': 2_000,
      startMs: Math.round(median(alone.map(({ wall }) => wall)) * 1000),
      startCpuMs: Math.round(median(alone.map(({ cpu }) => cpu)) * 1000),
      'aim, start ms': 300,
      memoryMB: mostMemory(command, many),
      'aim, MB': 300,
    },
  ]
}

/** The most memory in MB that a process held, by Linux's own count; null where there is none. */
function mostMemory(command: readonly string[], input: string): number | null {
  const asks = `process.on('exit',()=>require('node:fs').writeFileSync(process.env.HX_PEAK,String(process.resourceUsage().maxRSS)))`
  const peak = `${input}.peak`
  const ask = `${input}.cjs`
  writeFileSync(ask, asks)
  const [node = '', ...rest] = command
  const { status } = spawnSync(node, ['--require', ask, ...rest], {
    input: readFileSync(input),
    maxBuffer: 2 ** 30,
    env: { ...process.env, HX_PEAK: peak },
  })
  return status === 0 ? Math.round(Number(readFileSync(peak, 'utf8')) / 1024) : null
}

/** What everything at once costs. */
export const analysis: Part = {
  name: 'analysis',
  rows: ['waimai', 'shopping'],
  run(isAsked) {
    const folder = mkdtempSync(join(tmpdir(), 'hx-bench-'))
    try {
      const figures = (['waimai', 'shopping'] as const).filter(isAsked).flatMap((set) => figuresOf(set, folder))
      return figures.length === 0
        ? `No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`
        : { '--task all': figures }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
