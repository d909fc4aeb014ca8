import { once } from 'node:events'
import { type AnalysisInput, analyseTasks, TASKS, type Task } from '../engine/analysis/analyse.ts'
import { STARTER_TREE } from '../engine/aspects/starter-tree.ts'
import { type Command, readWords, UsageError } from './command.ts'

type Line = { id?: unknown; text: string; targets?: string[] }
type Misfit = { id?: unknown; error: string }

/** Reads voices line by line and writes what the engine finds, in order. Needs no database. */
export const analyzeCommand: Command = async (args) => {
  const { values } = readWords(
    args,
    { task: { type: 'string', default: 'all' } } as const,
    [],
    `hx analyze --task ${TASKS.join('|')}|all`,
  )
  const tasks = values.task === 'all' ? TASKS : TASKS.filter((task) => task === values.task)
  if (tasks.length === 0) throw new UsageError(`--task must be one of: ${TASKS.join(', ')}, all.`)
  let failed = 0
  for await (const lines of linesOf(process.stdin.setEncoding('utf8'))) {
    const read = lines.filter((raw) => raw.trim() !== '').map(lineOf)
    failed += read.filter((line) => 'error' in line).length
    await write(read.map((line) => ('error' in line ? JSON.stringify(line) : resultOf(line, tasks))))
  }
  return failed === 0 ? 0 : 1
}

/** The whole lines of each piece as it comes, so that a caller who waits for an answer gets one. Lines end at \n only: U+2028 occurs inside texts. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of pieces) {
    if (!piece.includes('\n')) {
      rest += piece
      continue
    }
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  yield [rest]
}

/** What is not fit for reading keeps its id where it has one, so that the caller knows which it was. */
function lineOf(raw: string): Line | Misfit {
  try {
    const value = JSON.parse(raw.replace(/^\uFEFF/, '')) as Partial<Line> | null
    const id = value?.id
    if (typeof value?.text !== 'string')
      return { ...(id !== undefined && { id }), error: 'want a JSON object with a text' }
    const targets = Array.isArray(value.targets)
      ? value.targets.filter((target) => typeof target === 'string')
      : undefined
    return { id, text: value.text, ...(targets !== undefined && { targets }) }
  } catch (error) {
    if (error instanceof SyntaxError) return { error: 'want a JSON object with a text' }
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
