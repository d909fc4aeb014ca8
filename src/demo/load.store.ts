import { type Db, json, sql } from '../platform/db/db.ts'

/** The demo is there when its settings say so; it can be in the middle of loading. */
export async function isFinished(db: Db): Promise<boolean> {
  const { demo } = await db.one<{ demo: string | null }>(sql`SELECT settings->>'demo' AS demo FROM workspaces`)
  return demo === 'loaded'
}

export async function finished(db: Db): Promise<void> {
  await db.run(
    sql`UPDATE workspaces SET settings = (settings - 'demoShare') || ${json({ demo: 'loaded' })}, first_run_done = true`,
  )
}

/** Nobody gets a mail about what is only told: digests of the demo are off until someone turns theirs on. */
export async function withoutDigests(db: Db): Promise<void> {
  await db.run(sql`UPDATE memberships SET digest = 'off'`)
}

/** How much of it is loaded, for those who wait; 0 … 1. */
export async function writeShare(db: Db, share: number): Promise<void> {
  await db.run(sql`UPDATE workspaces SET settings = settings || ${json({ demoShare: share })}`)
}

export async function loadedShare(db: Db): Promise<number> {
  const { share } = await db.one<{ share: number }>(
    sql`SELECT coalesce((settings->>'demoShare')::float8, 0) AS share FROM workspaces`,
  )
  return share
}

export async function hasImprovements(db: Db): Promise<boolean> {
  return (await db.many(sql`SELECT FROM improvements LIMIT 1`)).length > 0
}
