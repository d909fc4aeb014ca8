/**
 * The whole schema as text, by our own question to the catalogue (no pg_dump comes with the packaged server).
 * The same migrations give the same text on every PostgreSQL from 15 to 18, so a file of it can be compared.
 */
import type { ClientBase } from 'pg'
import { functionsSql, relationsSql, typesSql } from './catalogue-queries.ts'

type Line = { thing: string; part: string; line: string }

const HEADER = `-- The sum of all migrations, for reading and for comparing. Written by \`npm run schema\`; never edit.
`

/** Types, functions and tables of the schema public, each with all that hangs on it, in the order of their names. */
export async function schemaListing(client: ClientBase): Promise<string> {
  const lines: Line[] = []
  await client.query('BEGIN; SET LOCAL search_path = pg_catalog, public')
  try {
    for (const question of [typesSql, functionsSql, relationsSql])
      lines.push(...(await client.query<Line>(question)).rows)
  } finally {
    await client.query('ROLLBACK')
  }
  return `${HEADER}${grouped(lines)}`
}

function grouped(lines: readonly Line[]): string {
  const things = Map.groupBy(lines, ({ thing }) => thing)
  // Sorted here: the order of a database depends on its collation.
  return [...things.keys()]
    .sort()
    .map((thing) => `\n${thing}\n${partsOf(things.get(thing) ?? [])}`)
    .join('')
}

const partsOf = (lines: readonly Line[]): string =>
  lines
    .toSorted((a, b) => (a.part < b.part ? -1 : 1))
    .map(({ line }) => line.trimEnd().replace(/^/gm, '  ').replace(/ +$/gm, ''))
    .join('\n')
    .concat('\n')
