/** Setting a second factor, its recovery codes, and taking it off. */
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { newSecret } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { factorCodeWrong, factorOff, factorOn, noPendingFactor } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { proven } from './password.actions.ts'
import { secretsOf } from './person.store.ts'
import { setFactor, setPendingFactor, setRecoveryCodes, takeStep } from './second-factor.store.ts'
import { factorUri, plainRecoveryCode, secretOf, stepOfCode } from './second-factor.ts'
import { workspaceRow } from './workspace.store.ts'

const CODES = 10

type Place = { now: Instant; address: string }

/** Offers a secret for the authenticator; it counts only once a code was given. */
export async function beginFactor(
  database: Database,
  db: Db,
  tools: Tools,
  user: User,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const secrets = await proven(database, db, user, password)
  if (secrets.totpSealed !== null) throw factorOn()
  const secret = secretOf(Buffer.from(newSecret(32), 'base64url'))
  await setPendingFactor(db, user.id, tools.seal.close(secret))
  const { name } = await workspaceRow(db)
  return { secret, uri: factorUri(secret, secrets.email, name) }
}

/** The first code turns it on; the answer holds the recovery codes, shown this once. */
export async function confirmFactor(db: Db, tools: Tools, user: User, code: string, at: Place): Promise<string[]> {
  const secrets = await secretsOf(db, user.id)
  if (secrets === null || secrets.totpPending === null) throw noPendingFactor()
  if (secrets.totpSealed !== null) throw factorOn()
  const pending = secrets.totpPending
  const step = stepOfCode(tools.seal.open(pending), code.replaceAll(' ', ''), at.now)
  if (step === null) throw factorCodeWrong()
  return await db.transaction(async (tx) => {
    if (!(await takeStep(tx, user.id, step))) throw factorCodeWrong()
    await setFactor(tx, user.id, pending)
    await audit(tx, { by: user.id, action: 'factor.on', subject: secrets.email, ...at })
    return await freshCodes(tx, user.id)
  })
}

/** New recovery codes; the old ones end. */
export async function renewCodes(
  database: Database,
  db: Db,
  user: User,
  password: string,
  at: Place,
): Promise<string[]> {
  const secrets = await proven(database, db, user, password)
  if (secrets.totpSealed === null) throw factorOff()
  return await db.transaction(async (tx) => {
    await audit(tx, { by: user.id, action: 'factor.codes-renewed', subject: secrets.email, ...at })
    return await freshCodes(tx, user.id)
  })
}

export async function removeFactor(database: Database, db: Db, user: User, password: string, at: Place): Promise<void> {
  const secrets = await proven(database, db, user, password)
  if (secrets.totpSealed === null) throw factorOff()
  await db.transaction(async (tx) => {
    await setFactor(tx, user.id, null)
    await setRecoveryCodes(tx, user.id, [])
    await audit(tx, { by: user.id, action: 'factor.off', subject: secrets.email, ...at })
  })
}

async function freshCodes(tx: Db, personId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newRecoveryCode)
  await setRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashOf(plainRecoveryCode(code))),
  )
  return codes
}

/** 80 bits in four groups: `k3vq-7hxa-mm2d-p5te`. */
function newRecoveryCode(): string {
  const chars = secretOf(Buffer.from(newSecret(16), 'base64url')).toLowerCase()
  return (chars.match(/.{4}/g) ?? []).join('-')
}
