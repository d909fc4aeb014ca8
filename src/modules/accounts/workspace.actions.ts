import type { Database, Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { WorkspaceSettings } from '../../shared/contracts/workspace.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { workspaceChanged } from './account.events.ts'
import { slugTaken } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { changesOf, isEmpty } from './changes.ts'
import { lockWorkspace, updateWorkspace, type WorkspaceRow, workspaceBySlug, workspaceRow } from './workspace.store.ts'

export type WorkspaceChange = {
  [Field in 'name' | 'slug' | 'timezone']?: string | undefined
} & {
  locale?: Locale | undefined
  firstRunDone?: boolean | undefined
} & { [Field in keyof WorkspaceSettings]?: WorkspaceSettings[Field] | undefined }

export type WorkspaceShown = Omit<WorkspaceRow, 'settings'> & WorkspaceSettings

const shown = ({ settings, ...row }: WorkspaceRow): WorkspaceShown => ({ ...row, ...WorkspaceSettings.parse(settings) })

/** The workspace with its settings, as every module may read them. */
export async function workspaceOf(db: Db): Promise<WorkspaceShown> {
  return shown(await workspaceRow(db))
}

/** The time zone whose days this workspace counts. */
export const workspaceZone = async (db: Db): Promise<string> => (await workspaceRow(db)).timezone

/** What is given, without the fields left out. */
function given<T extends object>(change: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>
  }>
}

/** Changes what is given. @throws Refusal 'workspace.slug-taken' */
export async function changeWorkspace(
  database: Database,
  db: Db,
  by: User,
  change: WorkspaceChange,
  at: { now: Instant; address: string },
): Promise<WorkspaceShown> {
  if (change.slug !== undefined) {
    const other = await workspaceBySlug(database.lookups, change.slug)
    if (other !== null && other.id !== db.workspaceId) throw slugTaken(change.slug)
  }
  try {
    return await db.transaction(async (tx) => {
      const before = await lockWorkspace(tx)
      const after = { ...shown(before), ...given(change) }
      const { colour, logo, pronoun, mailFrom, ...row } = after
      await updateWorkspace(tx, { ...row, settings: { colour, logo, pronoun, mailFrom } })
      await emit(tx, workspaceChanged, { workspaceId: tx.workspaceId, at: at.now })
      const facts = changesOf(told(shown(before)), told(after))
      if (!isEmpty(facts))
        await audit(tx, { by: by.id, action: 'workspace.changed', subject: after.name, facts, ...at })
      return after
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') throw slugTaken(change.slug ?? '')
    throw error
  }
}

/** As the log keeps it: a picture is there or not, and told apart by its length. */
const told = ({ logo, ...workspace }: WorkspaceShown) => ({ ...workspace, logo: logo === null ? null : logo.length })

/** The picture of a workspace by its short name. */
export async function logoOf(database: Database, slug: string): Promise<{ type: string; bytes: Uint8Array } | null> {
  const found = await workspaceBySlug(database.lookups, slug)
  const { logo } = WorkspaceSettings.parse(found?.settings ?? {})
  const parts = /^data:(image\/(?:png|jpeg|webp));base64,(.+)$/.exec(logo ?? '')
  return parts === null ? null : { type: parts[1] ?? '', bytes: Buffer.from(parts[2] ?? '', 'base64') }
}
