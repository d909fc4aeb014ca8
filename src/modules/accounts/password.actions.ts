/** A password forgotten, and a password changed. */
import { hashPassword, verifyPassword } from '../../platform/auth/password.ts'
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { countCall } from '../../platform/http/limits.store.ts'
import type { Origin, User } from '../../platform/http/route.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/mail.store.ts'
import type { Tools } from '../../platform/tools.ts'
import { HOUR, type Instant, plus } from '../../shared/time/instant.ts'
import { deadLink, weakPassword, wrongPassword } from './account.refusals.ts'
import { addressBucket } from './address-bucket.ts'
import { audit } from './audit.store.ts'
import { forgetSessionsOf } from './authenticate.actions.ts'
import { makeLink, openLink, resetPassword, takeLink } from './link.store.ts'
import { resetMail } from './mail-words.ts'
import { passwordFault } from './password-rules.ts'
import { accountByEmail, type Secrets, secretsOf, setPassword, workspacesOf } from './person.store.ts'
import { endOthers } from './sign-in.actions.ts'
import { houseOf } from './workspace.store.ts'

const LASTS = HOUR

/**
 * Sends a link to set a new password, when there is such an account. Says nothing about whether there is.
 *
 * @throws Refusal 'rate.exceeded' only for the address that asks, never for the account
 */
export async function askReset(database: Database, tools: Tools, email: string, origin: Origin): Promise<void> {
  await countCall(database.lookups, `reset from ${addressBucket(origin.address)}`, 20, HOUR / 1000)
  const account = await accountByEmail(database.lookups, email)
  const [place] = account === null ? [] : await workspacesOf(database.lookups, account.id)
  if (account === null || place === undefined || !(await mayMail(database, email))) return
  const now = tools.now()
  const token = newSecret(24)
  await database.in(place.id).transaction(async (tx) => {
    const id = newId(now)
    await makeLink(tx, {
      hash: hashOf(token),
      id,
      purpose: 'new-password',
      personId: account.id,
      now,
      expiresAt: plus(now, LASTS),
    })
    const link = `${tools.publicUrl}/app/reset?token=${token}`
    const written = resetMail(account.locale, { house: await houseOf(tx), name: account.name, link })
    await queueMail(tx, {
      dedupe: `reset ${id}`,
      to: email,
      ...written,
      headers: { 'Auto-Submitted': 'auto-generated' },
      now,
    })
    await audit(tx, {
      by: account.id,
      action: 'password.reset-asked',
      subject: account.name,
      address: origin.address,
      now,
    })
  })
}

/** Nobody's mailbox is filled by others: three an hour. */
async function mayMail(database: Database, email: string): Promise<boolean> {
  try {
    await countCall(database.lookups, `reset ${hashOf(email)}`, 3, HOUR / 1000)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'too-many') return false
    throw error
  }
}

/** Sets a new password by the link, once; every session of the person ends. */
export async function setByLink(
  database: Database,
  tools: Tools,
  token: string,
  password: string,
  origin: Origin,
): Promise<void> {
  const now = tools.now()
  const hash = hashOf(token)
  const link = await openLink(database.lookups, hash, 'new-password', now)
  if (link === null || link.personId === null) throw deadLink()
  const { personId } = link
  const [place] = await workspacesOf(database.lookups, personId)
  if (place === undefined) throw deadLink()
  const db = database.in(place.id)
  const secrets = await secretsOf(db, personId)
  const fault = passwordFault(password, secrets?.email ?? '')
  if (fault !== null) throw weakPassword(fault, 'password')
  const passwordHash = await hashPassword(password)
  const ended = await db.transaction(async (tx) => {
    if (!(await takeLink(tx, hash, 'new-password', now))) throw deadLink()
    const hashes = await resetPassword(tx, personId, passwordHash, now)
    await audit(tx, {
      by: personId,
      action: 'password.reset',
      subject: secrets?.email ?? '',
      address: origin.address,
      now,
    })
    return hashes
  })
  forgetSessionsOf(database, ended)
}

/**
 * What somebody proves themselves with, after they did.
 *
 * @throws Refusal 'password.wrong'; 'rate.exceeded' after many tries
 */
export async function proven(database: Database, db: Db, user: User, password: string): Promise<Secrets> {
  await countCall(database.lookups, `prove ${user.id}`, 10, HOUR / 1000 / 4)
  const secrets = await secretsOf(db, user.id)
  if (secrets === null || !(await verifyPassword(secrets.passwordHash, password))) throw wrongPassword()
  return secrets
}

/** Changes one's own password; every other session ends. */
export async function changePassword(
  database: Database,
  db: Db,
  user: User,
  change: { current: string; next: string },
  at: { now: Instant; address: string },
): Promise<void> {
  const { email } = await proven(database, db, user, change.current)
  const fault = passwordFault(change.next, email)
  if (fault !== null) throw weakPassword(fault, 'next')
  const passwordHash = await hashPassword(change.next)
  await db.transaction(async (tx) => {
    await setPassword(tx, user.id, passwordHash)
    await audit(tx, { by: user.id, action: 'password.changed', subject: email, ...at })
  })
  await endOthers(database, user.id, user.session ?? '')
}
