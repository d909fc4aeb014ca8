/** How an installation, and later each workspace, begins. */
import { hashPassword } from '../../platform/auth/password.ts'
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { personJoined, workspaceCreated } from './account.events.ts'
import { alreadySetUp, deadLink, slugTaken, weakPassword } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { makeLink, openLink, takeLink } from './link.store.ts'
import { join } from './membership.store.ts'
import { passwordFault } from './password-rules.ts'
import { accountByEmail, firstOwner, insertPerson, lockSetUp, nobodyYet, ownTheOwnerless } from './person.store.ts'
import { slugOf } from './slug-of.ts'
import { insertWorkspace, workspaceBySlug } from './workspace.store.ts'

const SETUP_LASTS = 7 * DAY

/**
 * Before the first person: makes the administrator of the settings, else a one-time link.
 *
 * @returns the path of the link for the operator to open; null when there is somebody already
 */
export async function ensureFirstRun(parts: {
  database: Database
  tools: Tools
  admin: { email: string; password: string } | null
}): Promise<string | null> {
  const { database, tools, admin } = parts
  if (!(await nobodyYet(database.lookups))) return null
  const now = tools.now()
  if (admin !== null) {
    const email = admin.email.trim().toLowerCase()
    const name = email.split('@')[0] ?? email
    await begin(database, now, { name, email, password: admin.password, workspaceName: '回响', locale: 'zh-CN' })
    return null
  }
  const token = newSecret(24)
  await makeLink(database.lookups, {
    hash: hashOf(token),
    id: newId(now),
    purpose: 'set-up',
    personId: null,
    now,
    expiresAt: plus(now, SETUP_LASTS),
  })
  return `/app/setup?token=${token}`
}

/** @throws Refusal 'link.dead' unless the link can still be used */
export async function checkSetUp(database: Database, token: string, now: Instant): Promise<void> {
  const link = await openLink(database.lookups, hashOf(token), 'set-up', now)
  if (link === null || !(await nobodyYet(database.lookups))) throw deadLink()
}

export type Beginning = { name: string; email: string; password: string; workspaceName: string; locale: Locale }

/** The first person and their workspace, by the link. */
export async function setUp(
  database: Database,
  now: Instant,
  token: string,
  beginning: Beginning,
): Promise<{ personId: string; workspaceId: string }> {
  await checkSetUp(database, token, now)
  const fault = passwordFault(beginning.password, beginning.email)
  if (fault !== null) throw weakPassword(fault, 'password')
  const begun = await begin(database, now, beginning, token)
  if (begun === null) throw alreadySetUp()
  return begun
}

/** Null when somebody else was first. */
async function begin(
  database: Database,
  now: Instant,
  beginning: Beginning,
  token?: string,
): Promise<{ personId: string; workspaceId: string } | null> {
  const passwordHash = await hashPassword(beginning.password)
  const personId = newId(now)
  const workspaceId = newId(now)
  return await database.in(workspaceId).transaction(async (tx) => {
    await lockSetUp(tx)
    if (!(await nobodyYet(tx))) return null
    if (token !== undefined && !(await takeLink(tx, hashOf(token), 'set-up', now))) return null
    await insertPerson(tx, {
      id: personId,
      email: beginning.email,
      name: beginning.name,
      passwordHash,
      locale: beginning.locale,
      now,
    })
    await ownTheOwnerless(tx, personId, now)
    const place = { name: beginning.workspaceName, slug: null, locale: beginning.locale, timezone: 'Asia/Shanghai' }
    await makeWorkspace(tx, place, now, personId)
    return { personId, workspaceId }
  })
}

type NewWorkspace = { name: string; slug: string | null; locale: Locale; timezone: string }

/** Fills the workspace that `tx` works in: row, owner, announcement. */
async function makeWorkspace(tx: Db, workspace: NewWorkspace, now: Instant, ownerId: string | null): Promise<string> {
  const wanted = workspace.slug ?? slugOf(workspace.name, `w-${tx.workspaceId.slice(-6)}`)
  const tries = workspace.slug === null ? [wanted, `${wanted}-${tx.workspaceId.slice(-6)}`] : [wanted]
  let slug: string | undefined
  for (const candidate of tries) {
    if (!(await insertWorkspace(tx, { ...workspace, slug: candidate }))) continue
    slug = candidate
    break
  }
  if (slug === undefined) throw slugTaken(wanted)
  if (ownerId !== null) {
    await join(tx, ownerId, 'owner', now)
    await emit(tx, personJoined, { personId: ownerId, role: 'owner', at: now })
  }
  await emit(tx, workspaceCreated, { workspaceId: tx.workspaceId, locale: workspace.locale })
  await audit(tx, { by: ownerId, action: 'workspace.created', subject: workspace.name, facts: { slug }, now })
  return slug
}

/**
 * Makes a further workspace, owned by the installation's first owner as far as there is one.
 *
 * @throws Refusal 'workspace.slug-taken' when a slug was asked for and another has it
 */
export async function createWorkspace(
  database: Database,
  workspace: { name: string; slug?: string; locale?: Locale; timezone?: string; now: Instant },
): Promise<{ id: string; slug: string }> {
  const { name, slug = null, locale = 'zh-CN', timezone = 'Asia/Shanghai', now } = workspace
  const id = newId(now)
  return await database.in(id).transaction(async (tx) => {
    const made = await makeWorkspace(tx, { name, slug, locale, timezone }, now, await firstOwner(tx))
    return { id, slug: made }
  })
}

/** The id of a workspace by its short name; null when there is none. */
export async function workspaceIdOf(database: Database, slug: string): Promise<string | null> {
  return (await workspaceBySlug(database.lookups, slug))?.id ?? null
}

/**
 * Puts somebody into a workspace without an invitation: the demo's cast, and tests. An address that has an account
 * keeps it as it is.
 */
export async function addPerson(
  db: Db,
  person: {
    email: string
    name: string
    password: string | null
    role: 'owner' | 'admin' | 'manager' | 'agent' | 'analyst' | 'viewer'
    locale?: Locale
  },
  now: Instant,
): Promise<string> {
  const known = await accountByEmail(db, person.email)
  const passwordHash = known === null ? await hashPassword(person.password ?? newSecret(32)) : ''
  return await db.transaction(async (tx) => {
    const id = known?.id ?? newId(now)
    if (known === null)
      await insertPerson(tx, {
        id,
        email: person.email,
        name: person.name,
        passwordHash,
        locale: person.locale ?? 'zh-CN',
        now,
      })
    await join(tx, id, person.role, now)
    await emit(tx, personJoined, { personId: id, role: person.role, at: now })
    await audit(tx, { by: null, action: 'person.joined', subject: person.name, facts: { role: person.role }, now })
    return id
  })
}
