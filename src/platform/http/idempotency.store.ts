import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { type Db, json, sql } from '../db/db.ts'
import { Refusal } from '../errors.ts'

type Kept = { requestHash: string; status: number; reply: unknown }

/** Instead of a status: what the answer spoke of was erased, and the request is not done again. */
const ERASED = 410

export type Answered = { status: number; reply: unknown }

/**
 * Does a request once for its key: the effect and the answer are kept in one transaction, and a
 * repetition gets the answer that was given.
 *
 * @throws Refusal 'conflict' when the key was used for another request
 */
export async function once(
  db: Db,
  asked: { personId: string; key: string; route: string; bytes: Uint8Array },
  work: (tx: Db) => Promise<Answered>,
): Promise<Answered> {
  const requestHash = createHash('sha256').update(asked.route).update('\n').update(asked.bytes).digest('hex')
  return await db.transaction(async (tx) => {
    const fresh = await tx.run(sql`
      INSERT INTO idempotent_replies (person_id, key, request_hash) VALUES (${asked.personId}, ${asked.key}, ${requestHash})
      ON CONFLICT (workspace_id, person_id, key) DO NOTHING`)
    if (fresh === 0) return await keptAnswer(tx, asked, requestHash)
    const answered = await work(tx)
    await tx.run(sql`
      UPDATE idempotent_replies SET status = ${answered.status}, reply = ${json(answered.reply ?? null)}
      WHERE person_id = ${asked.personId} AND key = ${asked.key}`)
    return answered
  })
}

async function keptAnswer(tx: Db, asked: { personId: string; key: string }, requestHash: string): Promise<Answered> {
  const kept = await tx.one<Kept>(sql`
    SELECT request_hash AS "requestHash", status, reply FROM idempotent_replies
    WHERE person_id = ${asked.personId} AND key = ${asked.key}`)
  if (kept.requestHash !== requestHash) throw keyUsedOtherwise()
  if (kept.status === ERASED) throw answerErased()
  return { status: kept.status === 201 ? 200 : kept.status, reply: kept.reply }
}

export const keyUsedOtherwise = () =>
  new Refusal(
    'conflict',
    'idempotency.other-body',
    'This Idempotency-Key was used for another request. Use a new key for new content.',
  )

const answerErased = () =>
  new Refusal(
    'not-found',
    'idempotency.erased',
    'This request was done before, and what it made has been erased. Use a new key to make it anew.',
  )

/** Takes out the answers that name somebody: any value in them is one of `marks`. The keys stay used. */
export function forgetRepliesAbout(tx: Db, marks: readonly string[]): Promise<number> {
  return tx.run(sql`
    UPDATE idempotent_replies SET reply = NULL, status = ${ERASED}
    WHERE EXISTS (SELECT FROM jsonb_path_query(reply, 'strict $.**') AS part WHERE part #>> '{}' = ANY(${[...marks]}::text[]))`)
}

/** Answers are kept a week for their keys. */
export async function forgetReplies(owner: Pool, before: string): Promise<number> {
  const { rowCount } = await owner.query(`DELETE FROM idempotent_replies WHERE created_at < $1`, [before])
  return rowCount ?? 0
}
