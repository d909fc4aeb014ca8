/** Cases that belong together, and what moves between them. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Why = 'related' | 'continues' | 'split' | 'merged'

/** Links both ways; a pair is linked once. */
export async function linkCases(
  tx: Db,
  link: { caseId: string; otherId: string; why: Why; by: string | null; at: Instant },
): Promise<boolean> {
  return (
    0 <
    (await tx.run(sql`
    INSERT INTO case_links (case_id, other_id, why, linked_by, linked_at)
    VALUES (${link.caseId}, ${link.otherId}, ${link.why}, ${link.by}, ${at(link.at)}),
           (${link.otherId}, ${link.caseId}, ${link.why}, ${link.by}, ${at(link.at)})
    ON CONFLICT DO NOTHING`))
  )
}

export async function unlinkCases(tx: Db, caseId: string, otherId: string): Promise<boolean> {
  return (
    0 <
    (await tx.run(sql`
    DELETE FROM case_links WHERE (case_id = ${caseId} AND other_id = ${otherId}) OR (case_id = ${otherId} AND other_id = ${caseId})`))
  )
}

/** Moves voices (all, or the given ones) from one case to another; one that is there already is dropped from the first. */
export async function moveVoices(tx: Db, from: string, to: string, only: readonly string[] | null): Promise<void> {
  const which = only === null ? sql`TRUE` : sql`feedback_id = ANY(${[...only]}::uuid[])`
  await tx.run(sql`
    DELETE FROM case_feedback WHERE case_id = ${from} AND ${which}
      AND feedback_id IN (SELECT feedback_id FROM case_feedback WHERE case_id = ${to})`)
  await tx.run(sql`UPDATE case_feedback SET case_id = ${to} WHERE case_id = ${from} AND ${which}`)
}

/** Moves the conversation and those who watch. */
export async function moveConversation(tx: Db, from: string, to: string): Promise<void> {
  await tx.run(sql`UPDATE messages SET case_id = ${to} WHERE case_id = ${from}`)
  await tx.run(sql`
    INSERT INTO case_watchers (case_id, person_id) SELECT ${to}, person_id FROM case_watchers WHERE case_id = ${from} ON CONFLICT DO NOTHING`)
}

/** What runs in one case and not in the other is owed there from now on. */
export async function moveRunningPromises(tx: Db, from: string, to: string): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET case_id = ${to}
    WHERE case_id = ${from} AND kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL
      AND kind NOT IN (SELECT kind FROM promises WHERE case_id = ${to} AND kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL)`)
}
