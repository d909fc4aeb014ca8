/**
 * What the text engine gets right on public texts that it has not learned from, and how fast, beside references.
 *
 *   npm run bench -- text [--only PART[:ROW],…] [--json]
 *
 * Parts that take minutes run only when they are named.
 */
import { parseArgs } from 'node:util'
import { analysis } from './text/analysis.ts'
import { aspects } from './text/aspects.ts'
import { fewShot } from './text/few-shot.ts'
import { learner } from './text/learner.ts'
import type { Part } from './text/part.ts'
import { sentiment } from './text/sentiment.ts'
import { similarity } from './text/similarity.ts'

const PARTS: readonly Part[] = [sentiment, aspects, fewShot, similarity, analysis, learner]

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const asked = [...values.only, ...positionals].flatMap((names) => names.split(',')).filter((name) => name !== '')
const known = PARTS.flatMap(({ name, rows = [] }) => [name, ...rows.map((row) => `${name}:${row}`)])
const unknown = asked.filter((name) => !known.includes(name))

const isChosen = ({ name, slow = false }: Part): boolean =>
  asked.length === 0 ? !slow : asked.some((one) => one.split(':')[0] === name)
const isRowAsked = (part: Part) => (row: string) =>
  asked.length === 0 || asked.includes(part.name) || asked.includes(`${part.name}:${row}`)

function show(part: string, tables: ReturnType<Part['run']>): void {
  if (typeof tables === 'string') console.log(`${part}: ${tables}`)
  else
    for (const [name, table] of Object.entries(tables)) {
      console.log(`${part}, ${name}`)
      console.table(table)
    }
}

if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are:\n  ${known.join('\n  ')}`)
  process.exitCode = 2
} else {
  const found = PARTS.filter(isChosen).map((part) => {
    const tables = part.run(isRowAsked(part))
    if (!values.json) show(part.name, tables)
    return { part: part.name, tables }
  })
  const waiting = PARTS.filter((part) => !isChosen(part) && part.slow).map(({ name }) => name)
  if (values.json) console.log(JSON.stringify({ bench: 'text', parts: found }))
  else if (asked.length === 0) console.log(`Left out, for they take minutes: --only ${waiting.join(',')}`)
}
