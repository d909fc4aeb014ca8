/** How SQL is written: Kysely's template, so that values are always parameters and fragments compose. */
import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import { type Instant, isoOf } from '../../shared/time/instant.ts'

export { sql }

export type Query = RawBuilder<unknown>

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const preparedQueries = new WeakSet<Query>()
const namesOfTexts = new Map<string, string>()

/**
 * A question whose text is always the same and which is as quick for any value: each connection reads and plans it once.
 * Not for one whose text depends on what is asked, as every connection keeps each text.
 */
export function prepared(text: TemplateStringsArray, ...values: unknown[]): Query {
  const query = sql(text, ...values)
  preparedQueries.add(query)
  return query
}

/** Text with $1, $2 … and the values for them; a name for one that is prepared. */
export function compiled(query: Query): { text: string; values: unknown[]; name?: string } {
  const { sql: text, parameters } = query.compile(compiler)
  const values = [...parameters]
  return preparedQueries.has(query) ? { text, values, name: nameOf(text) } : { text, values }
}

function nameOf(text: string): string {
  const known = namesOfTexts.get(text)
  if (known !== undefined) return known
  const name = `hx-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  namesOfTexts.set(text, name)
  return name
}

/** A moment as a timestamptz value. */
export const at = (moment: Instant): Query => sql`${isoOf(moment)}::timestamptz`

/** A moment or NULL. */
export const atOrNull = (moment: Instant | null | undefined): Query =>
  moment == null ? sql`NULL::timestamptz` : at(moment)

/** Plain data as jsonb. */
export const json = (value: unknown): Query => sql`${JSON.stringify(value)}::jsonb`

/** Conditions joined by AND; TRUE when there are none. */
export const all = (conditions: readonly Query[]): Query =>
  conditions.length === 0 ? sql`TRUE` : sql`(${sql.join(conditions, sql` AND `)})`
