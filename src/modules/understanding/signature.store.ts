import { type Db, json, sql } from '../../platform/db/db.ts'
import type { SignatureRow } from './signature.ts'

/** Of voices that say the same to the letter the first few are found by their bands, the others by those. */
const BANDED = 5

/** Writes what copies and kin are found by over what was there. */
export async function replaceSignatures(tx: Db, rows: readonly SignatureRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO voice_signatures (feedback_id, occurred_at, fingerprint, bulk, bands, cell, meaning)
    SELECT r."feedbackId", to_timestamp(r."occurredAt" / 1000.0), p.print, r.bulk,
      CASE WHEN (SELECT count(*) FROM (SELECT FROM voice_signatures s WHERE s.fingerprint = p.print AND s.feedback_id <> r."feedbackId" LIMIT ${BANDED}) AS same) < ${BANDED}
           THEN ARRAY(SELECT jsonb_array_elements_text(r.bands)::int) ELSE '{}' END,
      r.cell, decode(r.meaning, 'hex')
    FROM jsonb_to_recordset(${json(rows)}) AS r ("feedbackId" uuid, "occurredAt" float8, fingerprint text, bulk int, bands jsonb, cell smallint, meaning text),
      LATERAL (SELECT ('x' || r.fingerprint)::bit(64)::bigint AS print) AS p
    ORDER BY r."feedbackId"
    ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET fingerprint = excluded.fingerprint, bulk = excluded.bulk, bands = excluded.bands,
      cell = excluded.cell, meaning = excluded.meaning`)
}
