import { at, type Db, json, sql } from '../../platform/db/db.ts'
import type { CorrectedField } from '../../shared/contracts/understanding.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Corrections } from './finding.ts'

export type Correction = {
  id: string
  field: CorrectedField
  value: string | string[]
  was: string | string[]
  by: string | null
  at: Instant
}

export async function insertCorrections(
  tx: Db,
  feedbackId: string,
  rows: readonly Omit<Correction, 'by' | 'at'>[],
  { by, alongWith, now }: { by: string; alongWith: string | null; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO corrections (id, feedback_id, field, value, was, corrected_by, along_with, corrected_at)
    SELECT id, ${feedbackId}, field, value, was, ${by}, ${alongWith}, ${at(now)} FROM jsonb_to_recordset(${json(rows)}) AS r (id uuid, field text, value jsonb, was jsonb)`)
}

/** All that people said of one voice, newest first. */
export function correctionsOf(db: Db, feedbackId: string): Promise<Correction[]> {
  return db.many<Correction>(sql`
    SELECT id, field, value, was, corrected_by AS by, corrected_at AS at FROM corrections WHERE feedback_id = ${feedbackId} ORDER BY corrected_at DESC, id DESC`)
}

/** What holds of each voice: the newest of each field. Voices without corrections are left out. */
export async function corrections(db: Db, ids: readonly string[]): Promise<Map<string, Corrections>> {
  const rows = await db.many<{ id: string; field: CorrectedField; value: unknown }>(sql`
    SELECT DISTINCT ON (feedback_id, field) feedback_id AS id, field, value FROM corrections
    WHERE feedback_id = ANY(${ids}::uuid[]) ORDER BY feedback_id, field, corrected_at DESC, id DESC`)
  const held = new Map<string, Corrections>()
  for (const { id, field, value } of rows) held.set(id, { ...held.get(id), [field]: value } as Corrections)
  return held
}
