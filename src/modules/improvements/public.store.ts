/** What of an improvement stands on the public page. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Stage } from '../../shared/contracts/improvements.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { REACH } from './improvement.store.ts'
import type { StoredResult } from './result.ts'

export type PublicWords = { public: boolean; title: string; heard: string; did: string; came: string }

export type PublicRow = PublicWords & {
  id: string
  number: number
  internalTitle: string
  stage: Stage
  stageAt: Instant
  shippedAt: Instant | null
  voices: number
  /** Of the latest plan that was decided; null before. */
  plan: unknown
  result: StoredResult | null
}

const ROWS = sql`
  SELECT i.id, i.number, i.title AS "internalTitle", i.stage, i.stage_at AS "stageAt", i.shipped_at AS "shippedAt", i.public,
         i.public_title AS title, i.public_heard AS heard, i.public_did AS did, i.public_came AS came, reach.voices, decided.plan, decided.result
  FROM improvements i CROSS JOIN LATERAL (${REACH}) AS reach
  LEFT JOIN LATERAL (
    SELECT v.plan, r.result FROM verifications v JOIN verification_results r ON r.verification_id = v.id
    WHERE v.improvement_id = i.id ORDER BY v.round DESC LIMIT 1) AS decided ON true`

/** Those on the public page, the last shipped first, what is on its way after them. */
export function publicImprovements(db: Db, limit: number): Promise<PublicRow[]> {
  return db.many<PublicRow>(
    sql`${ROWS} WHERE i.public ORDER BY i.shipped_at DESC NULLS LAST, i.number DESC LIMIT ${limit}`,
  )
}

/** Those that are or could be there: public ones first. */
export function publishable(db: Db, limit: number): Promise<PublicRow[]> {
  return db.many<PublicRow>(
    sql`${ROWS} ORDER BY i.public DESC, i.shipped_at DESC NULLS LAST, i.number DESC LIMIT ${limit}`,
  )
}

export function publicImprovement(db: Db, id: string): Promise<PublicRow | null> {
  return db.maybe<PublicRow>(sql`${ROWS} WHERE i.id = ${id}`)
}

export async function updatePublic(tx: Db, id: string, words: PublicWords, now: Instant): Promise<void> {
  await tx.run(sql`
    UPDATE improvements SET public = ${words.public}, public_title = ${words.title}, public_heard = ${words.heard}, public_did = ${words.did},
      public_came = ${words.came}, changed_at = ${at(now)} WHERE id = ${id}`)
}
