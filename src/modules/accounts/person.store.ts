import { at, type Db, type Reader, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Account = {
  id: string
  name: string
  locale: Locale
  passwordHash: string | null
  totpSealed: string | null
}

export type Place = {
  id: string
  name: string
  slug: string
  role: Role
  timezone: string
  locale: Locale
  firstRunDone: boolean
}

export type OwnRow = {
  id: string
  name: string
  email: string
  locale: Locale
  away: boolean
  digest: 'off' | 'daily'
  twoFactor: boolean
}

export function accountByEmail(lookups: Reader, email: string): Promise<Account | null> {
  return lookups.maybe<Account>(sql`
    SELECT id, name, locale, password_hash AS "passwordHash", totp_sealed AS "totpSealed" FROM person_by_email(${email})`)
}

/** The workspaces somebody belongs to, the one last used first. */
export function workspacesOf(lookups: Reader, personId: string): Promise<Place[]> {
  return lookups.many<Place>(sql`
    SELECT id, name, slug, role, timezone, locale, first_run_done AS "firstRunDone" FROM workspaces_of(${personId})`)
}

export async function nobodyYet(lookups: Reader): Promise<boolean> {
  const { nobody } = await lookups.one<{ nobody: boolean }>(sql`SELECT nobody_yet() AS nobody`)
  return nobody
}

/** Held until the transaction ends: of several nodes that find nobody, one sets up. */
export async function lockSetUp(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('hx set-up', 0))`)
}

export async function insertPerson(
  tx: Db,
  person: { id: string; email: string; name: string; passwordHash: string; locale: Locale; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO people (id, kind, email, name, password_hash, locale, created_at)
    VALUES (${person.id}, 'person', ${person.email}, ${person.name}, ${person.passwordHash}, ${person.locale}, ${at(person.now)})`)
}

export async function insertKeyPerson(tx: Db, key: { id: string; name: string; now: Instant }): Promise<void> {
  await tx.run(
    sql`INSERT INTO people (id, kind, name, created_at) VALUES (${key.id}, 'key', ${key.name}, ${at(key.now)})`,
  )
}

/** Makes somebody the owner of workspaces without people: those made by the command line before the set-up. */
export async function ownTheOwnerless(tx: Db, personId: string, now: Instant): Promise<void> {
  await tx.run(sql`SELECT own_the_ownerless(${personId}, ${at(now)})`)
}

export async function firstOwner(lookups: Reader): Promise<string | null> {
  const { id } = await lookups.one<{ id: string | null }>(sql`SELECT first_owner() AS id`)
  return id
}

/** A person of this workspace as they see themselves. */
export function ownRow(db: Db, personId: string): Promise<OwnRow | null> {
  return db.maybe<OwnRow>(sql`
    SELECT p.id, p.name, p.email, p.locale, m.away, m.digest, p.totp_sealed IS NOT NULL AS "twoFactor"
    FROM people p JOIN memberships m ON m.person_id = p.id
    WHERE p.id = ${personId} AND p.kind = 'person' AND m.ended_at IS NULL`)
}

export type OwnChange = {
  name?: string | undefined
  locale?: Locale | undefined
  away?: boolean | undefined
  digest?: 'off' | 'daily' | undefined
}

export async function updateOwn(tx: Db, personId: string, change: OwnChange): Promise<void> {
  await tx.run(sql`
    UPDATE people SET name = coalesce(${change.name ?? null}, name), locale = coalesce(${change.locale ?? null}, locale)
    WHERE id = ${personId}`)
  await tx.run(sql`
    UPDATE memberships SET away = coalesce(${change.away ?? null}, away), digest = coalesce(${change.digest ?? null}, digest)
    WHERE person_id = ${personId}`)
}

export type Secrets = {
  email: string
  passwordHash: string | null
  totpSealed: string | null
  totpPending: string | null
}

/** What somebody proves themselves with. */
export function secretsOf(db: Db, personId: string): Promise<Secrets | null> {
  return db.maybe<Secrets>(sql`
    SELECT email, password_hash AS "passwordHash", totp_sealed AS "totpSealed", totp_pending AS "totpPending"
    FROM people WHERE id = ${personId} AND kind = 'person'`)
}

export async function setEmail(tx: Db, personId: string, email: string): Promise<void> {
  await tx.run(sql`UPDATE people SET email = ${email} WHERE id = ${personId}`)
}

export async function setPassword(tx: Db, personId: string, passwordHash: string): Promise<void> {
  await tx.run(sql`UPDATE people SET password_hash = ${passwordHash} WHERE id = ${personId}`)
}
