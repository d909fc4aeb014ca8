import { writeFile } from 'node:fs/promises'
import { loadSegmenter } from '../engine/keywords/segmenter.ts'
import { fitThemes, type Theme, themesOf } from '../engine/themes/themes.ts'
import { type Command, readWords, UsageError } from './command.ts'
import { type Line, lineOf, linesOf, type Misfit, writeLines } from './lines.ts'

const MOST_TOPICS = 500
/** Lines written at once. */
const BATCH = 1_000

/** Finds what the voices on stdin speak of and files each, in order. All are read before the first is answered. */
export const topicsCommand: Command = async (args) => {
  const { values } = readWords(
    args,
    { k: { type: 'string' }, describe: { type: 'string' }, outliers: { type: 'boolean', default: false } } as const,
    [],
    'hx topics [--k N] [--describe FILE] [--outliers]',
  )
  const count = values.k === undefined ? undefined : Number(values.k)
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= MOST_TOPICS))
    throw new UsageError(`--k must be a whole number from 1 to ${MOST_TOPICS}.`)
  const lines: (Line | Misfit)[] = []
  for await (const raw of linesOf(process.stdin.setEncoding('utf8')))
    for (const one of raw) if (one.trim() !== '') lines.push(lineOf(one))
  const given = lines.flatMap((line) => ('error' in line ? [] : [line]))
  const segment = await loadSegmenter()
  const { model, filed } = fitThemes(
    given.map(({ text }) => text),
    { segment, ...(count !== undefined && { count }) },
  )
  if (values.describe !== undefined)
    await writeFile(values.describe, `${JSON.stringify(described(themesOf(model), given), null, 2)}\n`)
  let next = 0
  const answers = lines.map((line) => {
    if ('error' in line) return line
    const { theme, nearest } = filed[next++]!
    return { id: line.id, topic: values.outliers ? theme : nearest }
  })
  for (let from = 0; from < answers.length; from += BATCH)
    await writeLines(answers.slice(from, from + BATCH).map((answer) => JSON.stringify(answer)))
  return given.length === lines.length ? 0 : 1
}

/** Examples name the voice they are from. */
const described = (themes: readonly Theme[], given: readonly Line[]) => ({
  topics: themes.map(({ id, texts, words, examples }) => ({
    topic: id,
    texts,
    words,
    examples: examples.map(({ text, sentence }) => ({ id: given[text]?.id, text: sentence })),
  })),
})
