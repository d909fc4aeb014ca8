/** API keys: made, shown once, revoked. */
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { aboveYou, noSuchKey } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { forgetKey } from './authenticate.actions.ts'
import { insertKey, type KeyRow, lockKey, revoke } from './key.store.ts'
import { join } from './membership.store.ts'
import { reaches } from './membership-rules.ts'
import { insertKeyPerson } from './person.store.ts'

export type NewKey = {
  name: string
  role: Role
  scope?: 'all' | 'read'
  callsPerMinute?: number | null
  /** Who makes it; null for the command line. */
  by: Pick<User, 'id' | 'role' | 'name'> | null
  address: string | null
  now: Instant
}

/** Makes a key; the answer is the only place where it can be read. */
export async function createKey(db: Db, wanted: NewKey): Promise<KeyRow & { key: string }> {
  const { by, address, now } = wanted
  if (by !== null && !reaches(by.role, wanted.role)) throw aboveYou()
  const id = newId(now)
  const key = `hx_${newSecret(32)}`
  const hint = `${key.slice(0, 7)}…${key.slice(-4)}`
  const { name, role, scope = 'all', callsPerMinute = null } = wanted
  await db.transaction(async (tx) => {
    await insertKeyPerson(tx, { id, name, now })
    await join(tx, id, role, now)
    await insertKey(tx, { id, hash: hashOf(key), hint, scope, callsPerMinute, by: by?.id ?? null, now })
    await audit(tx, {
      by: by?.id ?? null,
      action: 'key.made',
      subject: name,
      facts: { role, scope, hint },
      address,
      now,
    })
  })
  return {
    id,
    name,
    hint,
    role,
    scope,
    callsPerMinute,
    createdBy: by?.name ?? null,
    createdAt: now,
    lastUsedAt: null,
    key,
  }
}

/** The key is refused from now on, by this node at once and by others within 5 s. */
export async function revokeKey(
  database: Database,
  db: Db,
  by: User,
  id: string,
  at: { now: Instant; address: string },
): Promise<void> {
  const gone = await db.transaction(async (tx) => {
    const key = await lockKey(tx, id)
    if (key === null) throw noSuchKey()
    if (!reaches(by.role, key.role)) throw aboveYou()
    await revoke(tx, id, at.now)
    await audit(tx, { by: by.id, action: 'key.revoked', subject: key.name, ...at })
    return key
  })
  forgetKey(database, gone.hash)
}
