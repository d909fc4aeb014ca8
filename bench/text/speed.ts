/** Texts a second of whole processes on one core, ours and fastText's, one after the other in the same run. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgements } from '../../scripts/labelled-texts.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Enough that starting up is a small part. */
const TEXTS = 40_000

export type Speed = { set: string; tool: string; texts: number; perSecond: number; perCpuSecond: number }

/** Seconds by the clock and of the processor, with whatever threads it had, of one process. */
export function timed(command: readonly string[], input: string): { wall: number; cpu: number } {
  const start = performance.now()
  const { stdout, stderr, status } = spawnSync(
    'sh',
    ['-c', '"$0" "$@" < "$HX_INPUT" > /dev/null && times', ...command],
    {
      encoding: 'utf8',
      env: { ...process.env, HX_INPUT: input },
    },
  )
  if (status !== 0) throw new Error(`${command[0]}: ${stderr}`)
  const children = stdout.trim().split('\n').at(-1) ?? ''
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, min, sec]) => sum + Number(min) * 60 + Number(sec),
    0,
  )
  return { wall: (performance.now() - start) / 1000, cpu }
}

const hasFastText = (): boolean => spawnSync('fasttext', []).error === undefined

export function sentimentSpeeds(): Speed[] {
  const folder = mkdtempSync(join(tmpdir(), 'hx-bench-'))
  try {
    return (['waimai', 'shopping'] as const).flatMap((set) => speedsOf(set, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function speedsOf(set: 'waimai' | 'shopping', folder: string): Speed[] {
  const rows = judgements[set]()
  const texts = Array.from({ length: TEXTS }, (_, i) => rows[i % rows.length]!.text)
  const ours = join(folder, `${set}.jsonl`)
  writeFileSync(ours, texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join(''))
  const hx = timed([process.execPath, join(ROOT, 'src/cli/hx.ts'), 'analyze', '--task', 'sentiment'], ours)
  const speed = (tool: string, { wall, cpu }: { wall: number; cpu: number }): Speed => ({
    set,
    tool,
    texts: TEXTS,
    perSecond: Math.round(TEXTS / wall),
    perCpuSecond: Math.round(TEXTS / cpu),
  })
  if (!hasFastText()) {
    console.error('fasttext is not installed (Debian: apt-get install fasttext); its speed is left out')
    return [speed('hx analyze', hx)]
  }
  const spaced = (text: string) => [...text.replace(/\s/gu, '')].join(' ')
  const learned = join(folder, `${set}.train`)
  writeFileSync(learned, rows.map(({ text, positive }) => `__label__${Number(positive)} ${spaced(text)}\n`).join(''))
  // So wide that its file is as large as that of the reference figures, 200 MB.
  const model = join(folder, set)
  spawnSync('fasttext', [
    'supervised',
    '-input',
    learned,
    '-output',
    model,
    '-wordNgrams',
    '3',
    '-dim',
    '25',
    '-thread',
    '2',
  ])
  const theirs = join(folder, `${set}.txt`)
  writeFileSync(theirs, texts.map((text) => `${spaced(text)}\n`).join(''))
  const fastText = timed(['fasttext', 'predict-prob', `${model}.bin`, theirs], theirs)
  return [speed('hx analyze', hx), speed('fastText predict-prob', fastText)]
}
