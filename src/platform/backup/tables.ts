import type { ClientBase } from 'pg'

/** Not carried: counted calls begin anew, the migrations are run by the restore itself, and which secret holds is seen at the next start. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['call_counts', 'installation', 'schema_migrations'])

export type Table = { name: string; columns: string[] }

/** Every table with its columns, those that others point to first, so that rows can be put back in this order. */
export async function tablesInOrder(client: ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`)
  const { rows: links } = await client.query<{ from: string; to: string }>(`
    SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`)
  return sorted(
    tables.filter(({ name }) => !LEFT_OUT.has(name)),
    links,
  )
}

function sorted(tables: readonly Table[], links: readonly { from: string; to: string }[]): Table[] {
  const done: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter(({ name }) =>
      links.every((link) => link.from !== name || !left.some((other) => other.name === link.to)),
    )
    if (ready.length === 0)
      throw new Error(`tables point to each other in a circle: ${left.map(({ name }) => name).join(', ')}`)
    done.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return done
}

/** The last number each sequence gave out; those that gave none are left out. */
export async function countersOf(client: ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  )
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]))
}

/** The next number is the one behind `last`: numbers that browsers or logs have seen never come again. */
export async function setCounter(client: ClientBase, name: string, last: number): Promise<void> {
  await client.query(`SELECT setval(format('public.%I', $1::text)::regclass, $2)`, [name, last])
}
