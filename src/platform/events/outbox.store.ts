import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import type { Instant } from '../../shared/time/instant.ts'
import { type Db, json, sql } from '../db/db.ts'
import type { EventKind } from './event.ts'

/** One event as it waits to be relayed or shown. */
export type Outgoing = { id: number; workspaceId: string; name: string; payload: unknown; happenedAt: Instant }

/**
 * Announces news in the transaction that made it: both are there or neither.
 *
 * @throws ZodError when the payload is not as the event declares
 */
export async function emit<Payload>(tx: Db, event: EventKind<Payload>, payload: NoInfer<Payload>): Promise<void> {
  await tx.run(sql`
    WITH announced AS (
      INSERT INTO outbox (workspace_id, name, payload) VALUES (${tx.workspaceId}, ${event.name}, ${json(event.schema.parse(payload))}) RETURNING 1
    ) SELECT pg_notify('hx_outbox', '') FROM announced`)
}

/** Announces the same kind of news about several things at once. */
export async function emitMany<Payload>(
  tx: Db,
  event: EventKind<Payload>,
  payloads: readonly NoInfer<Payload>[],
): Promise<void> {
  if (payloads.length === 0) return
  await tx.run(sql`
    WITH announced AS (
      INSERT INTO outbox (workspace_id, name, payload)
      SELECT ${tx.workspaceId}, ${event.name}, value FROM jsonb_array_elements(${json(payloads.map((p) => event.schema.parse(p)))}) RETURNING 1
    ) SELECT pg_notify('hx_outbox', '') FROM announced LIMIT 1`)
}

/** Asks for a task in the transaction that needs it: it is done once, after the commit. */
export async function sendTask<Data>(
  tx: Db,
  task: { name: string; schema: z.ZodType<Data> },
  data: NoInfer<Data>,
): Promise<void> {
  await tx.run(sql`
    WITH asked AS (
      INSERT INTO outbox (workspace_id, name, payload) VALUES (${tx.workspaceId}, ${`task:${task.name}`}, ${json(task.schema.parse(data))}) RETURNING 1
    ) SELECT pg_notify('hx_outbox', '') FROM asked`)
}

/** Takes events nobody relays yet, oldest first; they stay locked until the transaction ends. */
export async function takeUnrelayed(client: PoolClient, limit: number): Promise<Outgoing[]> {
  const { rows } = await client.query<Outgoing>(
    `SELECT id, workspace_id AS "workspaceId", name, payload, happened_at AS "happenedAt"
     FROM outbox WHERE relayed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  )
  return rows
}

export async function markRelayed(client: PoolClient, ids: readonly number[]): Promise<void> {
  await client.query(`UPDATE outbox SET relayed_at = clock_timestamp() WHERE id = ANY($1::bigint[])`, [ids])
}

/** Events after `id`, for live updates; events may commit out of order, so callers look back a little. */
export async function eventsAfter(owner: Pool, id: number, limit: number): Promise<Outgoing[]> {
  const { rows } = await owner.query<Outgoing>(
    `SELECT id, workspace_id AS "workspaceId", name, payload, happened_at AS "happenedAt" FROM outbox WHERE id > $1 ORDER BY id LIMIT $2`,
    [id, limit],
  )
  return rows
}

export async function newestEvent(owner: Pool): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM outbox`)
  return rows[0]?.id ?? 0
}

/** Takes out news that carries words about somebody, wherever it waits: `marks` are their ids and addresses. */
export async function forgetNewsAbout(tx: Db, marks: readonly string[]): Promise<number> {
  return (await tx.one<{ n: number }>(sql`SELECT forget_news(${[...marks]}::text[]) AS n`)).n
}

/** Relayed events are kept a day, so that a browser that was away can catch up. */
export async function forgetRelayed(owner: Pool, before: string): Promise<number> {
  const { rowCount } = await owner.query(
    `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE relayed_at < $1 ORDER BY id LIMIT 20000)`,
    [before],
  )
  return rowCount ?? 0
}
