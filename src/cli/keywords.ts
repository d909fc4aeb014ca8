import { contrast } from '../engine/keywords/contrast.ts'
import { loadSegmenter } from '../engine/keywords/segmenter.ts'
import { type Command, readWords, UsageError } from './command.ts'
import { lineOf, linesOf, writeLines } from './lines.ts'

const MOST = 1_000
const rounded = (x: number): number => Number(x.toPrecision(4))

/**
 * Tells of each group of the voices on stdin which words set it apart from the others: a line for each, the surest
 * first. All are read before the first is answered.
 */
export const keywordsCommand: Command = async (args) => {
  const { values } = readWords(
    args,
    { by: { type: 'string', default: 'label' }, most: { type: 'string', default: '30' } } as const,
    [],
    'hx keywords [--by FIELD] [--most N]',
  )
  const most = Number(values.most)
  if (!(Number.isInteger(most) && most >= 1 && most <= MOST))
    throw new UsageError(`--most must be a whole number from 1 to ${MOST}.`)
  const { groups, misfits } = await groupsOf(values.by)
  const segment = await loadSegmenter()
  for (const [group, texts] of groups) {
    const others = [...groups].flatMap(([other, own]) => (other === group ? [] : own))
    const { words, here: of, there: against } = contrast(texts, others, { segment, most })
    const own = words.filter(({ z }) => z > 0)
    await writeLines(
      own.map(({ word, here, there, logOdds, low, high, z }) => {
        const interval = { low: rounded(Math.exp(low)), high: rounded(Math.exp(high)) }
        return JSON.stringify({
          group,
          word,
          here,
          of,
          there,
          against,
          odds: rounded(Math.exp(logOdds)),
          interval,
          z: rounded(z),
        })
      }),
    )
  }
  await writeLines(misfits.map((misfit) => JSON.stringify(misfit)))
  return misfits.length === 0 ? 0 : 1
}

async function groupsOf(by: string) {
  const groups = new Map<string, { text: string }[]>()
  const misfits: object[] = []
  for await (const lines of linesOf(process.stdin.setEncoding('utf8')))
    for (const raw of lines) {
      if (raw.trim() === '') continue
      const line = lineOf(raw)
      if ('error' in line) {
        misfits.push(line)
        continue
      }
      const group: unknown = JSON.parse(raw.replace(/^\uFEFF/, ''))[by]
      if (typeof group !== 'string' && typeof group !== 'number' && typeof group !== 'boolean')
        misfits.push({ id: line.id, error: `want a text or a number in "${by}"` })
      else {
        const known = groups.get(String(group)) ?? []
        known.push({ text: line.text })
        groups.set(String(group), known)
      }
    }
  return { groups, misfits }
}
