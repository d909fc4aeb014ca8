import type { Db } from '../../platform/db/db.ts'
import { dayBounds } from '../../shared/time/zone.ts'
import { workspaceZone } from '../accounts/index.ts'
import { holdCounts, markAllStale, recount, staleDays, unmark } from './counts.store.ts'

/** Counts up to `limit` stale days anew, the newest first; a day that changed meanwhile stays marked. */
export async function recountStale(db: Db, limit: number): Promise<number> {
  const zone = await workspaceZone(db)
  const days = await staleDays(db, limit)
  for (const { day, marks } of days) {
    const { starts, ends } = dayBounds(day, zone)
    await db.transaction(async (tx) => {
      await holdCounts(tx)
      await recount(tx, day, starts, ends)
      await unmark(tx, day, marks)
    })
  }
  return days.length
}

/** Counts every day anew, for history that was loaded or a roll-up that is in doubt. */
export async function recountAll(db: Db): Promise<void> {
  await markAllStale(db)
  while ((await recountStale(db, 100)) > 0);
}
