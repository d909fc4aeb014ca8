import type { Pool } from 'pg'
import type { Instant } from '../../shared/time/instant.ts'

/** Work that failed for good, until somebody sends it again or lets it go. */
export type DeadLetter = { id: string; handler: string; reason: string; failedAt: Instant }

/** False until some worker has started on this database. */
async function queueIsThere(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(`SELECT to_regclass('hx_queue.job') IS NOT NULL AS there`)
  return rows[0]?.there === true
}

export async function deadLetters(owner: Pool, workspaceId: string, limit: number): Promise<DeadLetter[]> {
  if (!(await queueIsThere(owner))) return []
  const { rows } = await owner.query<DeadLetter>(
    `SELECT id, data->>'handler' AS handler, coalesce(output->>'reason', output->>'message', '') AS reason, created_on AS "failedAt"
     FROM hx_queue.job WHERE name = 'dead' AND state < 'active' AND data->>'workspaceId' = $1 ORDER BY created_on DESC LIMIT $2`,
    [workspaceId, limit],
  )
  return rows
}

/** Sends a dead letter to its handler again and answers which that is; null when it is no longer there. */
export async function sendAgain(owner: Pool, workspaceId: string, id: string): Promise<string | null> {
  if (!(await queueIsThere(owner))) return null
  const { rows } = await owner.query<{ handler: string }>(
    `WITH gone AS (DELETE FROM hx_queue.job WHERE name = 'dead' AND id = $2 AND data->>'workspaceId' = $1 RETURNING data),
          again AS (INSERT INTO outbox (workspace_id, name, payload) SELECT $1::uuid, 'again:' || (data->>'handler'), data->'payload' FROM gone)
     SELECT data->>'handler' AS handler, pg_notify('hx_outbox', '') FROM gone`,
    [workspaceId, id],
  )
  return rows[0]?.handler ?? null
}

/** Lets a dead letter go and answers whose it was; null when it is no longer there. */
export async function letGo(owner: Pool, workspaceId: string, id: string): Promise<string | null> {
  if (!(await queueIsThere(owner))) return null
  const { rows } = await owner.query<{ handler: string }>(
    `DELETE FROM hx_queue.job WHERE name = 'dead' AND id = $2 AND data->>'workspaceId' = $1 RETURNING data->>'handler' AS handler`,
    [workspaceId, id],
  )
  return rows[0]?.handler ?? null
}
