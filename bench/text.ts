/**
 * What the text engine gets right on public texts that it has not learned from, and how fast, beside references.
 *
 *   npm run bench -- text [PART …] [--json]
 */
import { sentiment } from './text/sentiment.ts'

const PARTS = [sentiment]

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const asJson = process.argv.includes('--json')
const found = PARTS.filter(({ name }) => words.length === 0 || words.includes(name)).map((part) => ({
  part: part.name,
  tables: part.run(),
}))

if (asJson) console.log(JSON.stringify({ bench: 'text', parts: found }))
else
  for (const { part, tables } of found) {
    if (typeof tables === 'string') console.log(`${part}: ${tables}`)
    else
      for (const [name, table] of Object.entries(tables)) {
        console.log(`${part}, ${name}`)
        console.table(table)
      }
  }
