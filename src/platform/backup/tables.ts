import { type ClientBase } from 'pg'

/** Not carried: counted calls begin anew, and the migrations are run by the restore itself. */
const LEFT_OUT = new Set(['call_counts', 'schema_migrations', 'job_runs'])

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
  return sorted(tables.filter(({ name }) => !LEFT_OUT.has(name)), links)
}

function sorted(tables: readonly Table[], links: readonly { from: string; to: string }[]): Table[] {
  const done: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter(({ name }) => links.every((link) => link.from !== name || !left.some((other) => other.name === link.to)))
    if (ready.length === 0) throw new Error(`tables point to each other in a circle: ${left.map(({ name }) => name).join(', ')}`)
    done.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return done
}
