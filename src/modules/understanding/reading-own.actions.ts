import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { isReadable, type PackedPlanes } from '../../engine/learning/packing.ts'
import type { Db } from '../../platform/db/db.ts'
import type { OwnReading } from './own-reading.ts'
import { planesOf, readingSettings } from './reading-settings.store.ts'

/** Weights that were read last, in memory that threads share: a batch of voices carries none of their bytes. */
const kept = new Map<string, PackedPlanes>()
const MOST_KEPT = 64

/** What this workspace reads with, and the version to be written beside what is read. */
export async function ownReading(db: Db): Promise<OwnReading & { version: string }> {
  const { version, live, words } = await readingSettings(db, ENGINE_VERSION)
  return { version, words, ...(await learned(db, live)) }
}

async function learned(db: Db, live: number): Promise<Pick<OwnReading, 'learned'>> {
  if (live === 0) return { learned: null }
  const key = `${db.workspaceId} ${live}`
  const known = kept.get(key)
  if (known !== undefined) return { learned: { key, ...known } }
  const found = await planesOf(db, live)
  if (found === null) throw new Error(`version ${live} is live, but its weights are gone`)
  // Until the next lesson such a workspace reads with the engine as it ships.
  if (!isReadable(found.head)) return { learned: null }
  const planes = { head: found.head, body: shared(found.body) }
  kept.delete([...kept.keys()][MOST_KEPT - 1] ?? '')
  kept.set(key, planes)
  return { learned: { key, ...planes } }
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
