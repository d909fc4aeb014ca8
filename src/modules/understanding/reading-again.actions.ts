import type { z } from 'zod'
import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import type { Db } from '../../platform/db/db.ts'
import type { UnderstandingProgress } from '../../shared/contracts/understanding.ts'
import { lockReadingSettings, readingSettings, setStoppedAt } from './reading-settings.store.ts'
import { countOutdated } from './understanding.store.ts'

/** How many voices are still to be read with what is live, and whether a person stopped that. */
export async function readingProgress(db: Db): Promise<z.output<typeof UnderstandingProgress>> {
  const { version, stopped } = await readingSettings(db, ENGINE_VERSION)
  return { engineVersion: version, outdated: await countOutdated(db, version), stopped }
}

/** Stops reading old voices again with what is live now, or goes on; the next change of how voices are read begins anew. */
export async function stopReadingAgain(db: Db, stop: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    await lockReadingSettings(tx)
    await setStoppedAt(tx, stop ? (await readingSettings(tx, ENGINE_VERSION)).version : null)
  })
}
