/** Who calls: the session's cookie or the API key of a request, looked up once in a few seconds. */
import { hashOf } from '../../platform/auth/seal.ts'
import { type ShortMemory, shortMemory } from '../../platform/auth/short-memory.ts'
import type { Database } from '../../platform/db/db.ts'
import { countCall } from '../../platform/http/limits.store.ts'
import type { Origin, User } from '../../platform/http/route.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Instant, plus } from '../../shared/time/instant.ts'
import { unknownKey } from './account.refusals.ts'
import { type KeyUser, keySeen, keyUser } from './key.store.ts'
import { type SessionUser, sessionSeen, sessionUser } from './session.store.ts'
import { SEEN_EVERY, SESSION_COOKIE, SESSION_LASTS } from './session-cookie.ts'

/** How long another node may still believe in a session or key that was ended here. */
const BELIEVED_MS = 5_000
const REMEMBERED = 10_000

const BEARER = /^Bearer +(hx_[A-Za-z0-9_-]{20,100})$/i
const TOKEN = /^[A-Za-z0-9_-]{40,64}$/

/** One memory for all servers of a process, by database: what ends a session here ends it for all of them at once. */
const sessions = new WeakMap<Database, ShortMemory<SessionUser>>()
const keys = new WeakMap<Database, ShortMemory<KeyUser>>()

function memoryOf<Value>(of: WeakMap<Database, ShortMemory<Value>>, database: Database): ShortMemory<Value> {
  const found = of.get(database) ?? shortMemory<Value>(BELIEVED_MS, REMEMBERED)
  of.set(database, found)
  return found
}

/** Forgets sessions that ended, so that this node asks again. */
export function forgetSessionsOf(database: Database, hashes: readonly string[]): void {
  for (const hash of hashes) memoryOf(sessions, database).forget(hash)
}

export const forgetKey = (database: Database, hash: string): void => memoryOf(keys, database).forget(hash)

/** After a change of roles: everyone is looked up anew. */
export function forgetEveryone(database: Database): void {
  memoryOf(sessions, database).clear()
  memoryOf(keys, database).clear()
}

/**
 * Who calls; null when nobody is named.
 *
 * @throws Refusal 'unauthenticated' for a bearer that is no key of ours: a caller who shows one means it
 */
export function authenticate(database: Database): (origin: Origin, tools: Tools) => Promise<User | null> {
  return async (origin, tools) => {
    const bearer = origin.header('authorization')
    if (bearer !== undefined && /^bearer\b/i.test(bearer)) return await keyOf(database, bearer, tools)
    const token = origin.cookie(SESSION_COOKIE)
    return token !== undefined && TOKEN.test(token) ? await personOf(database, hashOf(token), tools.now()) : null
  }
}

async function keyOf(database: Database, bearer: string, tools: Tools): Promise<User> {
  const key = BEARER.exec(bearer.trim())?.[1]
  if (key === undefined) throw unknownKey()
  const hash = hashOf(key)
  const found = await memoryOf(keys, database).recall(hash, () => keyUser(database.lookups, hash))
  if (found === null) throw unknownKey()
  if (found.callsPerMinute !== null) await countCall(database.lookups, `key ${found.id}`, found.callsPerMinute)
  const now = tools.now()
  if (found.lastUsedAt === null || now - found.lastUsedAt >= SEEN_EVERY) {
    found.lastUsedAt = now
    await keySeen(database.lookups, hash, now)
  }
  const { id, name, role, workspaceId, scope } = found
  return {
    id,
    kind: 'key',
    name,
    role,
    workspaceId,
    locale: 'zh-CN',
    session: null,
    ...(scope === 'read' && { readOnly: true as const }),
  }
}

async function personOf(database: Database, hash: string, now: Instant): Promise<User | null> {
  const found = await memoryOf(sessions, database).recall(hash, () => sessionUser(database.lookups, hash))
  if (found === null || found.expiresAt <= now) return null
  if (now - found.seenAt >= SEEN_EVERY) {
    found.seenAt = now
    found.expiresAt = plus(now, SESSION_LASTS)
    await sessionSeen(database.lookups, hash, now, found.expiresAt)
  }
  const { personId, name, role, workspaceId, locale } = found
  return { id: personId, kind: 'person', name, role, workspaceId, locale, session: hash }
}
