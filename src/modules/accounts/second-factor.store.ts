import { at, type Db, type Reader, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export async function setPendingFactor(tx: Db, personId: string, sealed: string): Promise<void> {
  await tx.run(sql`UPDATE people SET totp_pending = ${sealed} WHERE id = ${personId}`)
}

/** The pending factor becomes the factor; null takes it away. */
export async function setFactor(tx: Db, personId: string, sealed: string | null): Promise<void> {
  await tx.run(sql`UPDATE people SET totp_sealed = ${sealed}, totp_pending = NULL WHERE id = ${personId}`)
}

/** True for the first who takes this step or a later one; a code seen before is not taken again. */
export async function takeStep(lookups: Reader, personId: string, step: number): Promise<boolean> {
  const { taken } = await lookups.one<{ taken: boolean }>(sql`SELECT totp_step_take(${personId}, ${step}) AS taken`)
  return taken
}

export async function setRecoveryCodes(tx: Db, personId: string, hashes: readonly string[]): Promise<void> {
  await tx.run(sql`SELECT recovery_codes_set(${personId}, ${[...hashes]}::text[])`)
}

/** True once for each code. */
export async function takeRecoveryCode(
  lookups: Reader,
  personId: string,
  hash: string,
  now: Instant,
): Promise<boolean> {
  const { taken } = await lookups.one<{ taken: boolean }>(
    sql`SELECT recovery_code_take(${personId}, ${hash}, ${at(now)}) AS taken`,
  )
  return taken
}

export async function recoveryCodesLeft(lookups: Reader, personId: string): Promise<number> {
  const { left } = await lookups.one<{ left: number }>(sql`SELECT recovery_codes_left(${personId}) AS left`)
  return left
}
