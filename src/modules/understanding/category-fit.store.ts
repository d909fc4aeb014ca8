import type { PackedFewShot } from '../../engine/aspects/few-shot-packing.ts'
import { at, atOrNull, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { FitFigures, FitFrom, Fitted } from './category-fitting.ts'

/** What was learned of one category, without its weights; `learned` says whether there are any. */
export type Fit = {
  changes: number
  fitted: number
  failed: boolean
  number: number
  madeAt: Instant | null
  form: string | null
  learned: boolean
  from: FitFrom | null
  figures: FitFigures | null
  preview: Fitted['preview'] | null
  liveSince: Instant | null
}

export function fitOf(db: Db, categoryId: string): Promise<Fit | null> {
  return db.maybe<Fit>(sql`
    SELECT changes, fitted, failed, number, made_at AS "madeAt", form, body IS NOT NULL AS learned, learned_from AS from, figures, preview, live_since AS "liveSince"
    FROM category_fits WHERE category_id = ${categoryId}`)
}

/** Makes sure of the row and locks it until the end of the transaction: whoever changes examples takes turns. */
export async function lockFit(tx: Db, categoryId: string): Promise<void> {
  await tx.run(sql`INSERT INTO category_fits (category_id, changes) VALUES (${categoryId}, 0) ON CONFLICT DO NOTHING`)
  await tx.run(sql`SELECT FROM category_fits WHERE category_id = ${categoryId} FOR UPDATE`)
}

/** Says that these, and what they were merged into, are to be learned anew; those without examples stay as they are. */
export async function markChanged(tx: Db, categoryIds: readonly string[]): Promise<void> {
  if (categoryIds.length === 0) return
  await tx.run(sql`
    UPDATE category_fits f SET changes = f.changes + 1, failed = false
    FROM (SELECT category_id FROM category_fits WHERE category_id = ANY(${categoryIds}::uuid[])
            OR category_id IN (SELECT merged_into FROM categories WHERE id = ANY(${categoryIds}::uuid[]))
          ORDER BY category_id FOR UPDATE) AS locked
    WHERE f.category_id = locked.category_id`)
}

/** The same for all of the workspace. */
export async function markAllChanged(tx: Db): Promise<void> {
  await tx.run(sql`
    UPDATE category_fits f SET changes = f.changes + 1, failed = false
    FROM (SELECT category_id FROM category_fits ORDER BY category_id FOR UPDATE) AS locked WHERE f.category_id = locked.category_id`)
}

/** Where `from` was learned, `into` is to be learned with it, and is in use when either was. */
export async function uniteFits(tx: Db, from: string, into: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO category_fits AS f (category_id, live_since)
    SELECT ${into}, live_since FROM category_fits WHERE category_id = ${from}
    ON CONFLICT (workspace_id, category_id) DO UPDATE SET changes = f.changes + 1, live_since = coalesce(f.live_since, excluded.live_since), failed = false`)
}

/** Makes it live, or no longer; false where it was so already. */
export async function setLiveSince(tx: Db, categoryId: string, since: Instant | null): Promise<boolean> {
  const changed = await tx.run(sql`
    UPDATE category_fits SET live_since = ${atOrNull(since)}
    WHERE category_id = ${categoryId} AND (live_since IS NULL) = ${since !== null}`)
  return changed > 0
}

export type Rhythm = { now: Instant; rest: number; afterFailure: number; form: string }

const interval = (ms: number) => sql`make_interval(secs => ${ms / 1000})`

export async function workspacesWithCategoriesToFit(
  lookups: Lookups,
  { now, rest, afterFailure, form }: Rhythm,
): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(sql`
    SELECT id FROM workspaces_with_categories_to_fit(${at(now)}, ${interval(rest)}, ${interval(afterFailure)}, ${form}) AS id`)
  return rows.map(({ id }) => id)
}

/** Takes up the next category that is due, so that nobody else does; `changes` is what it is learned from. */
export function takeFit(
  db: Db,
  { now, rest, afterFailure, form }: Rhythm,
): Promise<{ categoryId: string; changes: number } | null> {
  return db.maybe(sql`
    UPDATE category_fits SET tried_at = ${at(now)}
    WHERE category_id = (
      SELECT f.category_id FROM category_fits f JOIN categories c ON c.id = f.category_id AND c.retired_at IS NULL
      WHERE (f.changes > f.fitted OR f.form <> ${form})
        AND (f.tried_at IS NULL OR f.tried_at <= ${at(now)} - CASE WHEN f.failed THEN ${interval(afterFailure)} ELSE ${interval(rest)} END)
      ORDER BY f.tried_at NULLS FIRST LIMIT 1 FOR UPDATE OF f SKIP LOCKED)
    RETURNING category_id AS "categoryId", changes`)
}

export async function markFailed(db: Db, categoryId: string, changes: number): Promise<void> {
  await db.run(sql`UPDATE category_fits SET failed = true WHERE category_id = ${categoryId} AND changes = ${changes}`)
}

/** Writes what was learned, unless something newer was written; says whether it did. */
export async function keepFit(
  tx: Db,
  categoryId: string,
  changes: number,
  { packed, from, figures, preview }: Fitted,
  { form, now }: { form: string; now: Instant },
): Promise<boolean> {
  const kept = await tx.run(sql`
    UPDATE category_fits SET fitted = ${changes}, failed = false, number = number + 1, made_at = ${at(now)}, form = ${form}, learned_from = ${json(from)},
      figures = ${json(figures)}, preview = ${json(preview)}, head = ${packed === null ? null : json(packed.head)},
      body = ${packed === null ? null : Buffer.from(packed.body)}
    WHERE category_id = ${categoryId} AND (fitted < ${changes} OR form <> ${form})`)
  return kept > 0
}

/** A category that voices are read with; `made` tells one fit of it from every other. */
export type LiveFit = { categoryId: string; key: string; made: string }

export function liveFits(db: Db, form: string): Promise<LiveFit[]> {
  return db.many<LiveFit>(sql`
    SELECT f.category_id AS "categoryId", c.key, f.number || ' ' || extract(epoch FROM f.made_at) AS made
    FROM category_fits f JOIN categories c ON c.id = f.category_id AND c.retired_at IS NULL
    WHERE f.live_since IS NOT NULL AND f.body IS NOT NULL AND f.form = ${form}
    ORDER BY c.key`)
}

/** The weights of one fit; null when another was made meanwhile. */
export function weightsOf(db: Db, { categoryId, made }: LiveFit): Promise<PackedFewShot | null> {
  return db.maybe<PackedFewShot>(sql`
    SELECT head, body FROM category_fits WHERE category_id = ${categoryId} AND number || ' ' || extract(epoch FROM made_at) = ${made} AND body IS NOT NULL`)
}
