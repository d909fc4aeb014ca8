import { type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { House } from '../../shared/letters/letter.ts'

export type WorkspaceRow = {
  id: string
  name: string
  slug: string
  timezone: string
  locale: Locale
  firstRunDone: boolean
  settings: unknown
}

const COLUMNS = sql`id, name, slug, timezone, locale, first_run_done AS "firstRunDone", settings`

/** On whose behalf mails of this workspace are written. */
export const houseOf = (db: Db): Promise<House> =>
  db.one<House>(sql`SELECT name, settings->>'colour' AS colour FROM workspaces`)

/** The workspace this `db` works in. */
export function workspaceRow(db: Db): Promise<WorkspaceRow> {
  return db.one<WorkspaceRow>(sql`SELECT ${COLUMNS} FROM workspaces`)
}

export function lockWorkspace(tx: Db): Promise<WorkspaceRow> {
  return tx.one<WorkspaceRow>(sql`SELECT ${COLUMNS} FROM workspaces FOR UPDATE`)
}

export async function updateWorkspace(tx: Db, row: WorkspaceRow): Promise<void> {
  await tx.run(sql`
    UPDATE workspaces SET name = ${row.name}, slug = ${row.slug}, timezone = ${row.timezone}, locale = ${row.locale},
      first_run_done = ${row.firstRunDone}, settings = ${json(row.settings)}
    WHERE id = ${row.id}`)
}

/** False when the slug is taken. */
export async function insertWorkspace(
  tx: Db,
  workspace: { slug: string; name: string; locale: Locale; timezone: string },
): Promise<boolean> {
  const { made } = await tx.one<{ made: boolean }>(sql`
    SELECT create_workspace(${tx.workspaceId}, ${workspace.slug}, ${workspace.name}, ${workspace.locale}, ${workspace.timezone}) AS made`)
  return made
}

export type Found = { id: string; name: string; locale: Locale; timezone: string; settings: unknown }

export function workspaceBySlug(lookups: Lookups, slug: string): Promise<Found | null> {
  return lookups.maybe<Found>(sql`SELECT id, name, locale, timezone, settings FROM workspace_by_slug(${slug})`)
}
