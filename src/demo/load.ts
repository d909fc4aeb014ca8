/**
 * Loads the demo workspace through the product's own actions, each at the moment the story gives it: the
 * cases it holds were opened, answered and resolved by the same code as any other. Nothing of it is sent.
 */
import { createWorkspace, readAllBefore, workspaceIdOf } from '../modules/accounts/index.ts'
import { recountAll } from '../modules/insights/index.ts'
import { addExamples } from '../modules/understanding/index.ts'
import type { Database, Db } from '../platform/db/db.ts'
import type { Tools } from '../platform/tools.ts'
import { DAY, type Instant, plus } from '../shared/time/instant.ts'
import { BRAND } from './cast.ts'
import { TAUGHT } from './examples.ts'
import { finished, isFinished, withoutDigests, writeShare } from './load.store.ts'
import { type Ground, loadGround } from './load-ground.ts'
import { loadImprovements } from './load-improvements.ts'
import { loadVoices } from './load-voices.ts'
import { playCase } from './play-case.ts'
import { buildStory } from './story.ts'

export type Loaded = {
  loaded: boolean
  slug: string
  workspaceId: string
  voices: number
  cases: number
  improvements: number
}

const HISTORY = 190 * DAY

export type Loading = {
  database: Database
  tools: Tools
  /** Says a line to whoever waits at a terminal. */
  say?: (line: string) => void
  /** Ends it after the step under way, by throwing its reason. */
  signal?: AbortSignal
}

/** Loads it once; begun and broken off, it goes on where it was. */
export async function loadDemo({ database, tools, say = () => {}, signal }: Loading): Promise<Loaded> {
  const now = tools.now()
  const story = buildStory({ now })
  const known = await workspaceIdOf(database, BRAND.slug)
  const workspaceId =
    known ?? (await createWorkspace(database, { name: BRAND.name, slug: BRAND.slug, now: plus(now, -HISTORY) })).id
  const db = database.in(workspaceId)
  const what = {
    slug: BRAND.slug,
    workspaceId,
    voices: story.voices.length,
    cases: story.cases.length,
    improvements: story.improvements.length,
  }
  if (await isFinished(db)) return { loaded: false, ...what }
  // Each voice is taken and understood; a case, with all that happened in it, takes about as long as two.
  const did = counting(db, 2 * (story.voices.length + story.cases.length), say, signal)
  const ground = await loadGround(db, story)
  const feedbackIds = await loadVoices({ database, db, tools, story, ground, did })
  for (const each of story.cases) {
    await db.transaction((tx) =>
      playCase(tx, each, { feedbackIds, ground, publicUrl: tools.publicUrl, models: tools.models }),
    )
    await did(2)
  }
  await loadImprovements(db, { story, ground, feedbackIds, now, publicUrl: tools.publicUrl })
  await teach(db, ground, tools, now)
  await recountAll(db)
  await readAllBefore(db, plus(now, -2 * DAY))
  await withoutDigests(db)
  await finished(db)
  return { loaded: true, ...what }
}

/** A colleague has taught one category by examples; it is learned within seconds and waits to be used. */
async function teach(db: Db, { people, categories }: Ground, tools: Tools, now: Instant): Promise<void> {
  const [by, category] = [people.get('gu')?.id, categories.get(TAUGHT.category)]
  if (by === undefined || category === undefined) return
  const act = { by, address: '', now: plus(now, -DAY), tools }
  await addExamples(db, category, { belongs: true, texts: [...TAUGHT.belongs] }, act)
  await addExamples(db, category, { belongs: false, texts: [...TAUGHT.not] }, act)
}

/** Counts what is done, says each tenth and writes each hundredth down. */
function counting(
  db: Db,
  all: number,
  say: (line: string) => void,
  signal?: AbortSignal,
): (steps: number) => Promise<void> {
  let done = 0
  let percent = 0
  say('demo: loading')
  return async (steps) => {
    signal?.throwIfAborted()
    const before = percent
    done += steps
    percent = Math.floor((100 * done) / all)
    if (percent === before) return
    if (Math.floor(percent / 10) > Math.floor(before / 10)) say(`demo: ${percent} %`)
    await writeShare(db, percent / 100)
  }
}
