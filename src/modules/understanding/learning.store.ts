import type { PackedPlanes } from '../../engine/learning/packing.ts'
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { FieldFigures, LearnedVersion } from '../../shared/contracts/learning.ts'
import type { JudgedField } from '../../shared/contracts/review.ts'

/** What holds of one voice's field because a person said so; `drawn`: chance alone had brought the voice up. */
export type Settled = { feedbackId: string; field: JudgedField; value: string | string[]; id: string; drawn: boolean }

/**
 * What people said last of each field, newest first, among the newest `limit` sayings; of voices that are not set aside.
 * What was judged along with a copy is that one judgement, and left out.
 */
export function settled(db: Db, limit: number): Promise<Settled[]> {
  return db.many<Settled>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (c.feedback_id, c.field) c.feedback_id AS "feedbackId", c.field, c.value, c.id,
        EXISTS (SELECT FROM judgements j WHERE j.feedback_id = c.feedback_id AND j.drawn) AS drawn
      FROM (SELECT feedback_id, field, value, id FROM corrections WHERE field <> 'urgency' AND along_with IS NULL ORDER BY id DESC LIMIT ${limit}) c
      JOIN understandings u ON u.feedback_id = c.feedback_id AND NOT u.set_aside
      ORDER BY c.feedback_id, c.field, c.id DESC) AS newest
    ORDER BY id DESC`)
}

/** The newest voices that nobody judged, among the newest `walked`, and how many of those people judged. */
export async function unjudged(
  db: Db,
  walked: number,
  limit: number,
): Promise<{ ids: string[]; judged: number; all: number }> {
  const rows = await db.many<{ id: string; corrected: boolean }>(sql`
    SELECT feedback_id AS id, corrected FROM (
      SELECT feedback_id, corrected, set_aside FROM understandings ORDER BY occurred_at DESC, feedback_id DESC LIMIT ${walked}) AS newest
    WHERE NOT set_aside`)
  const calm = rows.filter(({ corrected }) => !corrected)
  return { ids: calm.slice(0, limit).map(({ id }) => id), judged: rows.length - calm.length, all: rows.length }
}

/** The newest saying that is learned from; null when there is none. */
export async function newestSaying(db: Db): Promise<string | null> {
  const row = await db.maybe<{ id: string }>(
    sql`SELECT id FROM corrections WHERE field <> 'urgency' AND along_with IS NULL ORDER BY id DESC LIMIT 1`,
  )
  return row?.id ?? null
}

/** Voices that people said something of, in all, and since the last lesson. */
export function countSettled(db: Db): Promise<{ all: number; fresh: number }> {
  return db.one(sql`
    SELECT count(DISTINCT feedback_id) AS all,
      count(DISTINCT feedback_id) FILTER (WHERE id > coalesce((SELECT learned_until FROM reading_settings), '00000000-0000-0000-0000-000000000000')) AS fresh
    FROM corrections WHERE field <> 'urgency' AND along_with IS NULL`)
}

/** Of old versions without what was not counted then. */
export type StoredFigures = Pick<FieldFigures, 'field' | 'n' | 'accuracy' | 'labels'> &
  Partial<Pick<FieldFigures, 'sample' | 'shipped'>>
export type StoredVersion = Omit<LearnedVersion, 'live' | 'figures'> & { figures: StoredFigures[] }
export type NewVersion = Omit<StoredVersion, 'number' | 'usable'> & { planes: PackedPlanes }

/** Adds a version under the next number. The caller holds the lock of the settings. */
export async function insertVersion(tx: Db, version: NewVersion): Promise<number> {
  const { number } = await tx.one<{ number: number }>(sql`
    INSERT INTO learned_versions (number, made_at, judgements, went_live, lessons, figures, head, body)
    SELECT 1 + coalesce(max(number), 0), ${at(version.madeAt)}, ${version.judgements}, ${version.wentLive}, ${json(version.lessons)},
      ${json(version.figures)}, ${json(version.planes.head)}, ${Buffer.from(version.planes.body)}
    FROM learned_versions
    RETURNING number`)
  return number
}

/** Lets go of the weights of all but the newest `kept` versions and the live one. */
export async function forgetWeights(tx: Db, { kept, live }: { kept: number; live: number }): Promise<void> {
  await tx.run(sql`
    UPDATE learned_versions SET head = NULL, body = NULL
    WHERE body IS NOT NULL AND number <> ${live} AND number <= (SELECT max(number) FROM learned_versions) - ${kept}`)
}

/** Versions without their weights, newest first. */
export function versions(db: Db, limit: number): Promise<StoredVersion[]> {
  return db.many(sql`
    SELECT number, made_at AS "madeAt", judgements, went_live AS "wentLive", body IS NOT NULL AS usable, lessons, figures
    FROM learned_versions ORDER BY number DESC LIMIT ${limit}`)
}

/** Of voices that two people judged without seeing each other's word, what the first two said; among the newest. */
export function doubleJudged(
  db: Db,
  walked: number,
): Promise<{ field: JudgedField; first: unknown; second: unknown }[]> {
  return db.many(sql`
    SELECT field, (array_agg(value ORDER BY judged_at, judged_by))[1] AS first, (array_agg(value ORDER BY judged_at, judged_by))[2] AS second
    FROM (SELECT feedback_id, field, value, judged_at, judged_by FROM judgements WHERE blind AND along_with IS NULL ORDER BY judged_at DESC LIMIT ${walked}) AS newest
    GROUP BY feedback_id, field HAVING count(*) > 1`)
}

/** Workspaces with so many voices judged since their last lesson. */
export async function workspacesToTeach(lookups: Lookups, atLeast: number): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(sql`SELECT id FROM workspaces_to_teach(${atLeast}) AS id`)
  return rows.map(({ id }) => id)
}
