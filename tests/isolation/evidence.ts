/** What belongs to a workspace: a fingerprint of all its rows, and the words that nobody else may read. */
import type { World } from '../world.ts'

/** Tables that may hold no row of a workspace at a given moment, and why. */
export const EMPTY_BY_DESIGN: Readonly<Record<string, string>> = {
  stale_days: 'emptied as soon as the days are counted',
  daily_echo: 'has rows of days that are over',
  stale_echo_days: 'emptied as soon as the days are over and counted',
  saved_views: 'has no routes yet',
}

/** Rows that are a workspace's although they stand in tables without its id. */
const BESIDE = [
  `SELECT 'people', coalesce(md5(string_agg(md5(p::text), '' ORDER BY md5(p::text))), '-') FROM people p WHERE id IN (SELECT person_id FROM memberships WHERE workspace_id = $1)`,
  `SELECT 'workspaces', md5(w::text) FROM workspaces w WHERE id = $1`,
]

async function tablesOfWorkspaces(world: World): Promise<string[]> {
  const { rows } = await world.database.owner.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'workspace_id' ORDER BY 1`)
  return rows.map(({ name }) => name)
}

/** A hash of each table's rows of one workspace, whatever their order. */
export async function fingerprint(world: World, workspaceId: string): Promise<Record<string, string>> {
  const parts = (await tablesOfWorkspaces(world)).map(
    (table) =>
      `SELECT '${table}' AS name, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), 'empty') AS hash FROM "${table}" t WHERE workspace_id = $1`,
  )
  const { rows } = await world.database.owner.query<{ name: string; hash: string }>(
    [...parts, ...BESIDE].join(' UNION ALL '),
    [workspaceId],
  )
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** Every UUID in the workspace's rows, in both its forms. */
export async function idsIn(world: World, workspaceId: string): Promise<string[]> {
  const { rows } = await world.database.owner.query<{ id: string }>(
    (await tablesOfWorkspaces(world))
      .map(
        (table) =>
          `SELECT (regexp_matches(t::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1] AS id FROM "${table}" t WHERE workspace_id = $1`,
      )
      .join(' UNION '),
    [workspaceId],
  )
  return rows.map(({ id }) => id)
}
