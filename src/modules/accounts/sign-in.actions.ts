/** Getting in and out. */

import { verifyPassword } from '../../platform/auth/password.ts'
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Lookups } from '../../platform/db/db.ts'
import { countCall, forgetCalls } from '../../platform/http/limits.store.ts'
import type { Origin } from '../../platform/http/route.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Instant, MINUTE, plus } from '../../shared/time/instant.ts'
import {
  codeRequired,
  noSuchSession,
  noSuchWorkspace,
  noWorkspace,
  wrongCode,
  wrongCredentials,
} from './account.refusals.ts'
import { addressBucket } from './address-bucket.ts'
import { audit } from './audit.store.ts'
import { forgetSessionsOf } from './authenticate.actions.ts'
import { type Account, accountByEmail, type Place, workspacesOf } from './person.store.ts'
import { takeRecoveryCode, takeStep } from './second-factor.store.ts'
import { plainRecoveryCode, stepOfCode } from './second-factor.ts'
import { endOneSession, endOtherSessions, endSession, moveSession, startSession } from './session.store.ts'
import { SESSION_COOKIE, SESSION_LASTS } from './session-cookie.ts'

const seconds = (minutes: number) => (minutes * MINUTE) / 1000

/** Tries of one account from one address: these are forgotten when one of them succeeds, second factor and all. */
const accountBucket = (email: string, origin: Origin) =>
  `sign-in ${hashOf(email)} from ${addressBucket(origin.address)}`

/**
 * Counts a try to prove oneself: by address, so that one machine cannot try many accounts; by account and address, so
 * that it cannot try many passwords; and, wider, by account, so that many machines cannot either.
 */
async function countTry(lookups: Lookups, email: string, origin: Origin): Promise<void> {
  const address = addressBucket(origin.address)
  await countCall(lookups, `sign-in from ${address}`, 60, seconds(5))
  await countCall(lookups, accountBucket(email, origin), 10, seconds(15))
  await countCall(lookups, `sign-in ${hashOf(email)}`, 50, seconds(60))
}

/**
 * The account whose password this is.
 *
 * @throws Refusal 'session.wrong-credentials', the same and as slow for an unknown address
 */
export async function provenAccount(
  lookups: Lookups,
  given: { email: string; password: string },
  origin: Origin,
): Promise<Account> {
  await countTry(lookups, given.email, origin)
  const account = await accountByEmail(lookups, given.email)
  if (!(await verifyPassword(account?.passwordHash ?? null, given.password)) || account === null)
    throw wrongCredentials()
  return account
}

/** True when the code is the authenticator's, or a recovery code not used before. Takes it. */
async function takesCode(lookups: Lookups, account: Account, code: string, tools: Tools): Promise<boolean> {
  const now = tools.now()
  const step = stepOfCode(tools.seal.open(account.totpSealed ?? ''), code, now)
  if (step !== null) return await takeStep(lookups, account.id, step)
  return await takeRecoveryCode(lookups, account.id, hashOf(plainRecoveryCode(code)), now)
}

export type SignedIn = { token: string; hash: string; personId: string; place: Place }

/**
 * Signs in with a new session.
 *
 * @throws Refusal 'session.wrong-credentials', 'session.code-required', 'session.wrong-code', 'rate.exceeded'
 */
export async function signIn(
  database: Database,
  tools: Tools,
  given: { email: string; password: string; code?: string | undefined },
  origin: Origin,
): Promise<SignedIn> {
  const account = await provenAccount(database.lookups, given, origin)
  const [place] = await workspacesOf(database.lookups, account.id)
  if (account.totpSealed !== null) {
    if (!given.code) throw codeRequired()
    if (!(await takesCode(database.lookups, account, given.code, tools))) {
      if (place)
        await audit(database.in(place.id), {
          by: account.id,
          action: 'session.code-refused',
          subject: account.name,
          address: origin.address,
          now: tools.now(),
        })
      throw wrongCode()
    }
  }
  if (place === undefined) throw noWorkspace()
  await forgetCalls(database.lookups, accountBucket(given.email, origin))
  return await openSession(database, tools.now(), account.id, account.name, place, origin)
}

/** A session of its own id; the one this browser had before ends, whoever's it was. */
export async function openSession(
  database: Database,
  now: Instant,
  personId: string,
  name: string,
  place: Place,
  origin: Origin,
): Promise<SignedIn> {
  const before = origin.cookie(SESSION_COOKIE)
  if (before !== undefined) await signOut(database, hashOf(before))
  const token = newSecret(32)
  const hash = hashOf(token)
  await database.in(place.id).transaction(async (tx) => {
    const { address, userAgent } = origin
    await startSession(tx, {
      hash,
      id: newId(now),
      personId,
      workspaceId: place.id,
      address,
      userAgent,
      now,
      expiresAt: plus(now, SESSION_LASTS),
    })
    await audit(tx, { by: personId, action: 'session.started', subject: name, address, now })
  })
  return { token, hash, personId, place }
}

export async function signOut(database: Database, hash: string): Promise<void> {
  await endSession(database.lookups, hash)
  forgetSessionsOf(database, [hash])
}

/** Goes to another workspace of one's own. */
export async function moveTo(
  database: Database,
  session: { hash: string; personId: string },
  workspaceId: string,
): Promise<void> {
  if (!(await moveSession(database.lookups, session.hash, session.personId, workspaceId))) throw noSuchWorkspace()
  forgetSessionsOf(database, [session.hash])
}

/** Ends one of a person's sessions. */
export async function endSessionOf(database: Database, personId: string, id: string): Promise<void> {
  const ended = await endOneSession(database.lookups, personId, id)
  if (ended.length === 0) throw noSuchSession()
  forgetSessionsOf(database, ended)
}

/** Ends all sessions of a person but `butHash` ('' for none); gives how many. */
export async function endOthers(database: Database, personId: string, butHash: string): Promise<number> {
  const ended = await endOtherSessions(database.lookups, personId, butHash)
  forgetSessionsOf(database, ended)
  return ended.length
}
