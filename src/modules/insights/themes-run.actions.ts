/** Searching for themes, and reading what comes between two searches into those that are there. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { BrokenOff } from '../../platform/threads.ts'
import type { Tools } from '../../platform/tools.ts'
import { FEWEST_FOR_THEMES, type ThemeSearch } from '../../shared/contracts/themes.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { recountStale } from './counts.actions.ts'
import { markStale } from './counts.store.ts'
import { noSearchUnderWay, searchUnderWay, tooFewVoices } from './themes.refusals.ts'
import { type NewTheme, writeThemes } from './themes.store.ts'
import {
  beginRun,
  countTexts,
  endRun,
  fileVoices,
  insertRun,
  keepModel,
  markDaysSince,
  modelOf,
  modelRun,
  newestDone,
  newestRun,
  newestVoices,
  noteFiled,
  noteProgress,
  type TextPage,
  textsOf,
  unfiledTexts,
  type VoiceToFile,
} from './themes-run.store.ts'
import type { Found, KeptThemes } from './themes-thread.ts'

const THREAD = new URL('./themes-thread.ts', import.meta.url)

/** A search looks at so many voices, the newest, and at no more than so many UTF-16 units of them. */
const MOST_VOICES = 100_000
const MOST_UNITS = 40_000_000
/** Where most voices are scores alone, it looks no further back than this. */
const MOST_LOOKED = 500_000
/** Small enough that nobody waits while a page or a batch passes through this thread. */
const PAGE = 1_000
const FILED_AT_ONCE = 2_000
const READ_AT_ONCE = 500
const DAYS_AT_ONCE = 100
/** A search that was left behind so often by workers that were killed is what kills them. */
const MOST_ATTEMPTS = 3
const MEGABYTES = 1_500
/** Parts of the time by which voices are fetched, and by which themes are found. */
const FETCHED = 0.1
const FOUND = 0.85

/** What a search is, and whether one is possible. */
export async function themeSearch(db: Db): Promise<ThemeSearch> {
  const [newest, done] = [await newestRun(db), await newestDone(db)]
  return { newest, done, voices: await countTexts(db, FEWEST_FOR_THEMES), needed: FEWEST_FOR_THEMES }
}

type Act = { by: string; address: string; now: Instant }

/**
 * Asks for a search; it is begun within seconds.
 *
 * @throws Refusal when one is under way or there are too few voices
 */
export async function askForSearch(db: Db, act: Act): Promise<void> {
  const voices = await countTexts(db, FEWEST_FOR_THEMES)
  if (voices < FEWEST_FOR_THEMES) throw tooFewVoices(voices, FEWEST_FOR_THEMES)
  const id = newId(act.now)
  await db.transaction(async (tx) => {
    if (!(await insertRun(tx, id, act.by, act.now))) throw searchUnderWay()
    await audit(tx, { action: 'theme.search-started', subject: publicIdOf('run', id), ...act })
  })
}

/** Stops the search that waits or is under way; all stays as the one before left it. */
export async function cancelSearch(db: Db, now: Instant): Promise<void> {
  const run = await newestRun(db)
  if (run === null || !(await endRun(db, run.id, { state: 'cancelled' }, now))) throw noSearchUnderWay()
}

/**
 * Runs the search that is due: the one asked for, the one that a killed worker left behind, else a new one. Nothing of it
 * is seen before all of it is written, so that it can be begun again at any point.
 */
export async function search(db: Db, tools: Tools): Promise<Record<string, number>> {
  await insertRun(db, newId(tools.now()), null, tools.now())
  const run = await beginRun(db, tools.now())
  if (run === null) return {}
  if (run.attempts > MOST_ATTEMPTS) {
    await endRun(db, run.id, { state: 'failed', failure: 'left-behind' }, tools.now())
    return { failed: 1 }
  }
  try {
    return await searchFor(db, run.id, tools)
  } catch (error) {
    // Cancelled by a person, or the worker stops and the next one begins it again.
    if (error instanceof BrokenOff) return {}
    const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    await endRun(db, run.id, { state: 'failed', failure: memory ? 'memory' : 'fault' }, tools.now())
    throw error
  }
}

async function searchFor(db: Db, id: string, tools: Tools): Promise<Record<string, number>> {
  const started = tools.now()
  const gathered = await gather(db)
  const { ids, units, since } = gathered
  const parameters = { mostVoices: MOST_VOICES, mostUnits: MOST_UNITS, units }
  if (ids.length < FEWEST_FOR_THEMES) {
    const counts = { voices: ids.length, leftOut: ids.length, themes: 0 }
    await endRun(db, id, { state: 'done', ...counts, tookMs: tools.now() - started, parameters }, tools.now())
    return {}
  }
  const earlier = await heldModel(db)
  const found = await inThread(db, id, tools, gathered.pages, earlier?.model ?? null)
  await db.transaction(async (tx) => {
    await writeFound(tx, { id, gathered, found, now: tools.now() })
  })
  await readUnfiled(db, since, tools)
  while ((await recountStale(db, DAYS_AT_ONCE)) > 0) await noteProgress(db, id, (1 + FOUND) / 2)
  const [now, leftOut] = [tools.now(), found.filed.filter((theme) => theme === 0).length]
  const counts = { voices: ids.length, leftOut, themes: found.themes.length }
  await endRun(db, id, { state: 'done', ...counts, tookMs: now - started, parameters }, now)
  return { voices: ids.length, themes: found.themes.length }
}

/** Which voices, when, and what they say in pages that threads share: a hundred thousand texts would be long in copying. */
type Gathered = { ids: string[]; moments: Instant[]; pages: Uint8Array[]; units: number; since: Instant }

/** The newest voices with words; `since` is the moment of the oldest, 0 when these are all there are. */
async function gather(db: Db): Promise<Gathered> {
  const gathered: Gathered = { ids: [], moments: [], pages: [], units: 0, since: 0 as Instant }
  let looked = 0
  let last: TextPage['last'] = null
  while (gathered.ids.length < MOST_VOICES && gathered.units < MOST_UNITS && looked < MOST_LOOKED) {
    const page: TextPage = await newestVoices(db, last, Math.min(PAGE, MOST_VOICES - gathered.ids.length))
    if (page.last === null) return gathered
    gathered.ids.push(...page.ids)
    gathered.moments.push(...page.moments)
    gathered.pages.push(shared(page.texts))
    gathered.units += page.units
    looked += page.looked
    last = page.last
  }
  return { ...gathered, since: gathered.moments.at(-1) ?? (0 as Instant) }
}

/** A text in memory that threads share. */
function shared(text: string): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(Buffer.byteLength(text)))
  Buffer.from(bytes.buffer).write(text)
  return bytes
}

/** Looks for themes in a thread of its own, says how far it is, and ends when the run was cancelled meanwhile. */
async function inThread(
  db: Db,
  id: string,
  { threads, log }: Pick<Tools, 'threads' | 'log'>,
  pages: readonly Uint8Array[],
  earlier: KeptThemes | null,
): Promise<Found> {
  const over = new AbortController()
  const note = async (done: number) => {
    if (!(await noteProgress(db, id, FETCHED + (FOUND - FETCHED) * done))) over.abort()
  }
  return await threads.long<Found>(
    {
      module: THREAD,
      name: 'findThemes',
      signal: over.signal,
      megabytes: MEGABYTES,
      progress: (done) =>
        void note(done).catch((reason: unknown) =>
          log.warn({ reason: String(reason) }, 'the progress of a search was not noted'),
        ),
    },
    pages,
    earlier,
  )
}

async function writeFound(
  tx: Db,
  { id, gathered, found, now }: { id: string; gathered: Gathered; found: Found; now: Instant },
): Promise<void> {
  const { ids, moments, since } = gathered
  if (!(await noteProgress(tx, id, FOUND))) throw new BrokenOff()
  await writeThemes(tx, themesOf(found, gathered, now), now)
  for (let from = 0; from < ids.length; from += FILED_AT_ONCE) {
    const filed = ids.slice(from, from + FILED_AT_ONCE).map((voice, i) => ({
      id: voice,
      occurredAt: moments[from + i]!,
      theme: found.filed[from + i]!,
      confidence: found.confidence[from + i]!,
    }))
    await fileVoices(tx, filed)
  }
  await keepModel(tx, id, found.model)
  await markDaysSince(tx, since)
  await noteFiled(tx, [], 0)
}

function themesOf({ themes, filed }: Found, { ids, moments }: Gathered, now: Instant): NewTheme[] {
  const seen = new Map<number, { first: Instant; last: Instant }>()
  for (const [i, theme] of filed.entries()) {
    const at = moments[i]!
    const span = seen.get(theme)
    if (span === undefined) seen.set(theme, { first: at, last: at })
    else if (at < span.first) span.first = at
    else if (at > span.last) span.last = at
  }
  return themes.map(({ number, words, size, examples }) => ({
    id: newId(now),
    number,
    words,
    size,
    examples: examples.map(({ voice, start, end }) => ({ feedback: ids[voice]!, start, end })),
    firstSeen: seen.get(number)?.first ?? now,
    lastSeen: seen.get(number)?.last ?? now,
  }))
}

/** What came while the search was under way is read into what it found. */
async function readUnfiled(db: Db, since: Instant, tools: Tools): Promise<void> {
  for (;;) {
    const voices = await unfiledTexts(db, since, READ_AT_ONCE)
    if (voices.length === 0) return
    if ((await readInto(db, voices, tools, { news: false })) === 0) return
  }
}

/**
 * Reads voices into the themes that are there; before the first search they are only counted. Safe to run twice: a
 * voice is filed and counted once; of those counted before the first search a few too many do no harm.
 */
export async function readNews(db: Db, ids: readonly string[], tools: Tools): Promise<number> {
  const voices = await textsOf(db, ids)
  return voices.length === 0 ? 0 : await readInto(db, voices, tools, { news: true })
}

async function readInto(
  db: Db,
  voices: readonly VoiceToFile[],
  tools: Tools,
  { news }: { news: boolean },
): Promise<number> {
  const held = await heldModel(db)
  const filed = held === null ? [] : await fileBy(held, voices, tools)
  await db.transaction(async (tx) => {
    const fresh = held === null ? voices.length : await fileVoices(tx, filed)
    await noteFiled(tx, filed, news ? fresh : 0)
    await markStale(
      tx,
      filed.map(({ occurredAt }) => occurredAt),
    )
  })
  return filed.length
}

async function fileBy(held: Held, voices: readonly VoiceToFile[], { threads }: Pick<Tools, 'threads'>) {
  const texts = voices.map(({ subject, text, pii }) => ({ subject, text, pii }))
  const read = await threads.call<{ theme: number; confidence: number }[]>(
    THREAD,
    'readThemes',
    texts,
    held.run,
    held.model,
  )
  return voices.map(({ id, occurredAt }, i) => ({ id, occurredAt, ...read[i]! }))
}

type Held = { run: string; model: KeptThemes }

/** Models that were read with last, in memory that threads share, by the run that made them: some megabytes each. */
const models = new Map<string, KeptThemes>()
const MOST_MODELS = 4

/** The model that holds; null before the first search. */
async function heldModel(db: Db): Promise<Held | null> {
  const run = await modelRun(db)
  if (run === null) return null
  const known = models.get(run)
  if (known !== undefined) return { run, model: known }
  const kept = await modelOf(db, run)
  if (kept === null) return null
  const body = new Uint8Array(new SharedArrayBuffer(kept.body.length))
  body.set(kept.body)
  for (const oldest of [...models.keys()].slice(0, models.size - MOST_MODELS + 1)) models.delete(oldest)
  models.set(run, { head: kept.head, body })
  return { run, model: { head: kept.head, body } }
}
