import { type Db, json, sql } from '../platform/db/db.ts'

/** The demo is there when its settings say so; it can be in the middle of loading. */
export async function isFinished(db: Db): Promise<boolean> {
  const { demo } = await db.one<{ demo: string | null }>(sql`SELECT settings->>'demo' AS demo FROM workspaces`)
  return demo === 'loaded'
}

export async function finished(db: Db): Promise<void> {
  await db.run(sql`UPDATE workspaces SET settings = settings || ${json({ demo: 'loaded' })}, first_run_done = true`)
}

export async function hasImprovements(db: Db): Promise<boolean> {
  return (await db.many(sql`SELECT FROM improvements LIMIT 1`)).length > 0
}
