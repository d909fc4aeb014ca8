import type { Pool } from 'pg'
import { type Lookups, sql } from '../db/db.ts'
import { tooMany } from './refusals.ts'

/**
 * Counts one call against a limit that all nodes share.
 *
 * @param bucket what is counted, for example 'sign-in 10.0.0.7'
 * @throws Refusal 'too-many' with the seconds until the window ends
 */
export async function countCall(lookups: Lookups, bucket: string, limit: number, seconds = 60): Promise<void> {
  const { wait } = await lookups.one<{ wait: number }>(sql`SELECT count_call(${bucket}, ${limit}, ${seconds}) AS wait`)
  if (wait > 0) throw tooMany(wait)
}

/** Forgets what was counted: a try that succeeded was no attack. */
export async function forgetCalls(lookups: Lookups, bucket: string): Promise<void> {
  await lookups.run(sql`DELETE FROM call_counts WHERE bucket = ${bucket}`)
}

/** Takes out windows that are long over: their names hold addresses of people who called. */
export async function forgetWindows(owner: Pool, before: string): Promise<number> {
  const { rowCount } = await owner.query(`DELETE FROM call_counts WHERE opened < $1`, [before])
  return rowCount ?? 0
}
