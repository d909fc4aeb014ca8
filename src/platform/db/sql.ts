/** How SQL is written: Kysely's template, so that values are always parameters and fragments compose. */
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

/** Text with $1, $2 … and the values for them. */
export function compiled(query: Query): { text: string; values: unknown[] } {
  const { sql: text, parameters } = query.compile(compiler)
  return { text, values: [...parameters] }
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
