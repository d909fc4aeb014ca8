import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { FEW_SHOT_FORM } from '../../engine/aspects/few-shot.ts'
import type { PackedFewShot } from '../../engine/aspects/few-shot-packing.ts'
import { isReadable, type PackedPlanes } from '../../engine/learning/packing.ts'
import type { Db } from '../../platform/db/db.ts'
import { liveFits, weightsOf } from './category-fit.store.ts'
import type { OwnReading, ShownCategory } from './own-reading.ts'
import { planesOf, readingSettings } from './reading-settings.store.ts'

/** Weights that were read last, in memory that threads share: a batch of voices carries none of their bytes. */
const kept = new Map<string, PackedPlanes>()
const MOST_KEPT = 64

/** What was learned from examples and read last, by fit. */
const shownKept = new Map<string, PackedFewShot>()
const MOST_SHOWN = 512

/** What this workspace reads with, and the version to be written beside what is read. */
export async function ownReading(db: Db): Promise<OwnReading & { version: string }> {
  const { version, live, words } = await readingSettings(db, ENGINE_VERSION)
  return { version, words, shown: await shown(db), ...(await learned(db, live)) }
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

async function shown(db: Db): Promise<ShownCategory[]> {
  const found: ShownCategory[] = []
  for (const fit of await liveFits(db, FEW_SHOT_FORM)) {
    const key = `${db.workspaceId} ${fit.categoryId} ${fit.made}`
    const packed = shownKept.get(key) ?? (await weightsOf(db, fit))
    // Another was made in this moment: the next batch reads with it.
    if (packed === null) continue
    const kept = shownKept.has(key) ? packed : { head: packed.head, body: shared(packed.body) }
    if (shownKept.size >= MOST_SHOWN) shownKept.clear()
    shownKept.set(key, kept)
    found.push({ category: fit.key, key, ...kept })
  }
  return found
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length))
  copy.set(bytes)
  return copy
}
