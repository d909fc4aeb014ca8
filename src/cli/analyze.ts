import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { type AnalysisInput, analyseTasks, TASKS, type Task } from '../engine/analysis/analyse.ts'
import { STARTER_TREE } from '../engine/aspects/starter-tree.ts'
import { type Command, readWords, UsageError } from './command.ts'

const CHUNK = 256

type Line = { id?: unknown; text: string; targets?: string[] }

/** Reads voices line by line and writes what the engine finds, in order. Needs no database. */
export const analyzeCommand: Command = async (args) => {
  const { values } = readWords(args, { task: { type: 'string', default: 'all' } } as const, [], `hx analyze --task ${TASKS.join('|')}|all`)
  const tasks = values.task === 'all' ? TASKS : TASKS.filter((task) => task === values.task)
  if (tasks.length === 0) throw new UsageError(`--task must be one of: ${TASKS.join(', ')}, all.`)
  let failed = 0
  let out: string[] = []
  for await (const raw of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (raw.trim() === '') continue
    const line = lineOf(raw)
    if (line === null) failed++
    out.push(line === null ? JSON.stringify({ error: 'want a JSON object with a text' }) : resultOf(line, tasks))
    if (out.length >= CHUNK) {
      await write(out)
      out = []
    }
  }
  await write(out)
  return failed === 0 ? 0 : 1
}

function lineOf(raw: string): Line | null {
  try {
    const value = JSON.parse(raw) as Partial<Line> | null
    if (typeof value?.text !== 'string') return null
    const targets = Array.isArray(value.targets) ? value.targets.filter((target) => typeof target === 'string') : undefined
    return { id: value.id, text: value.text, ...(targets !== undefined && { targets }) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function resultOf({ id, text, targets }: Line, tasks: readonly Task[]): string {
  const input: AnalysisInput = { text, ...(targets !== undefined && { targets }) }
  return JSON.stringify({ id, ...analyseTasks(input, { taxonomy: STARTER_TREE }, tasks) })
}

async function write(lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}
