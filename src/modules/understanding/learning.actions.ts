import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { isHeldBack } from '../../engine/learning/go-live.ts'
import type { Said } from '../../engine/learning/lesson.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import { type FieldFigures, JUDGEMENTS_A_LESSON, type Learning } from '../../shared/contracts/learning.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { type Instant, MINUTE, SECOND } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { type Voice, voicesOf } from '../feedback/index.ts'
import { agreementOf } from './agreement.ts'
import { ensureTaxonomy, taxonomyOf } from './category.actions.ts'
import type { Category } from './category.store.ts'
import {
  countSettled,
  doubleJudged,
  forgetWeights,
  insertVersion,
  newestSaying,
  type Settled,
  type StoredFigures,
  settled,
  unjudged,
  versions,
} from './learning.store.ts'
import type { Learned, ToLearn, ToLearnFrom, Unobjected } from './lesson.ts'
import { withShown } from './own-reading.ts'
import { ownReading } from './reading-own.actions.ts'
import {
  lockReadingSettings,
  planesOf,
  readingSettings,
  setLearnedUntil,
  setLive,
  setWords,
} from './reading-settings.store.ts'
import { wantedFor } from './sample.ts'
import { engineScores } from './score.ts'
import { noSuchVersion, versionForgotten } from './understanding.refusals.ts'
import { countOutdated } from './understanding.store.ts'

type Act = { by: string; address: string; now: Instant }

/** Voices that are learned from, the newest, and sayings that are looked at for them. */
const MOST_JUDGED = 10_000
const MOST_SAYINGS = 30_000
/** Voices that stand for what nobody objected to. */
const MOST_UNJUDGED = 1_000
const WALKED = 4_000
/** What comes behind hardly ever changes how a voice is judged. */
const LONGEST_LEARNED = 4_000
const LESSON_MS = 300 * SECOND
const MEGABYTES = 1_024
/** Versions that can be gone back to. */
const VERSIONS_KEPT = 30
const VERSIONS_SHOWN = 50
const PAIRS_WALKED = 20_000

/** When a lesson failed last, by workspace: one that cannot succeed is not to keep a thread busy for good. */
const failedAt = new Map<string, Instant>()
const TRIED_AGAIN_AFTER = 10 * MINUTE

/** `takeLesson`, unless it failed a short while ago. */
export async function takeLessonInTurn(db: Db, act: { now: Instant; tools: Pick<Tools, 'threads' | 'models'> }) {
  const failed = failedAt.get(db.workspaceId)
  if (failed !== undefined && act.now < failed + TRIED_AGAIN_AFTER) return { lessons: 0, live: 0 }
  try {
    const taken = await takeLesson(db, act)
    failedAt.delete(db.workspaceId)
    return taken
  } catch (error) {
    failedAt.set(db.workspaceId, act.now)
    throw error
  }
}

/**
 * Learns anew from all judgements of the workspace, keeps what was learned as a version, and makes it live where it is
 * wrong less often than what is live. Safe to run twice: of two who learned from the same judgements one is kept.
 */
export async function takeLesson(db: Db, { now, tools }: { now: Instant; tools: Pick<Tools, 'threads' | 'models'> }) {
  const until = await newestSaying(db)
  if (until === null) return { lessons: 0, live: 0 }
  const categories = await ensureTaxonomy(db, now)
  const { live } = await readingSettings(db, ENGINE_VERSION)
  const own = await ownReading(db)
  const { learned: planes } = own
  const judged = await judgedVoices(db, categories)
  const calm = await unobjected(db, judged.length)
  const long = {
    module: new URL('./lesson.ts', import.meta.url),
    name: 'teach',
    progress: () => {},
    signal: AbortSignal.timeout(LESSON_MS),
    megabytes: MEGABYTES,
  }
  const learned = await tools.threads.long<Learned>(
    long,
    judged,
    calm,
    withShown(taxonomyOf(categories), own),
    tools.models,
    planes === null ? null : { head: planes.head, body: planes.body },
  )
  return await keep(db, { learned, until, live, judgements: judged.length, categories, now })
}

/** Of a workspace whose people judged what lies further back, the newest voices alone would say that they judge nothing. */
async function unobjected(db: Db, judgedEver: number): Promise<Unobjected> {
  const { ids, judged, all } = await unjudged(db, WALKED, MOST_UNJUDGED)
  const voices = (await voicesOf(db, ids)).filter(({ erased }) => !erased).sort(byId)
  return {
    voices: voices.map((voice) => ({ ...toLearn(voice), heldBack: isHeldBack(voice.id) })),
    judgedShare: Math.max(judged / Math.max(all, 1), judgedEver / (judgedEver + WALKED)),
  }
}

const byId = (a: Voice, b: Voice): number => (a.id < b.id ? -1 : 1)

const toLearn = ({ text, scores, language }: Voice): ToLearn => ({
  text: text.slice(0, LONGEST_LEARNED),
  scores: engineScores(scores),
  language,
})

async function judgedVoices(db: Db, categories: readonly Category[]): Promise<ToLearnFrom[]> {
  const rows = await settled(db, MOST_SAYINGS)
  const said = saidOf(rows, categories)
  const drawn = new Set(rows.filter((row) => row.drawn).map(({ feedbackId }) => feedbackId))
  const ids = [...said.keys()].slice(0, MOST_JUDGED)
  const voices = new Map((await voicesOf(db, ids)).map((voice) => [voice.id, voice]))
  return ids.flatMap((id) => {
    const voice = voices.get(id)
    if (voice === undefined || voice.erased || voice.text.trim() === '') return []
    // What chance brought up is for checking only: of these alone the figures hold for what nobody judged.
    const heldBack = drawn.has(id) || isHeldBack(id)
    return [{ ...toLearn(voice), said: said.get(id) ?? {}, heldBack, drawn: drawn.has(id) }]
  })
}

/** What holds of each voice, newest first. What was merged counts where it is now; what is out of use is no category. */
function saidOf(rows: readonly Settled[], categories: readonly Category[]): Map<string, Said> {
  const keyOf = new Map(categories.map((category) => [category.id, keyNow(category, categories)]))
  const said = new Map<string, Said>()
  for (const { feedbackId, field, value } of rows) {
    const is = Array.isArray(value) ? [...new Set(value.flatMap((id) => keyOf.get(id) ?? []))] : value
    said.set(feedbackId, { ...said.get(feedbackId), [field]: is } as Said)
  }
  return said
}

function keyNow(category: Category, categories: readonly Category[]): string | null {
  const into = category.mergedInto === null ? category : categories.find(({ id }) => id === category.mergedInto)
  return into === undefined || into.retiredAt !== null ? null : into.key
}

type Kept = { learned: Learned; until: string; live: number; judgements: number; categories: Category[]; now: Instant }

async function keep(db: Db, { learned, until, live: against, judgements, categories, now }: Kept) {
  const idOf = new Map(categories.map(({ key, id }) => [key, id]))
  const lessons = learned.lessons.map((lesson) => ({
    ...lesson,
    category: lesson.category === null ? null : (idOf.get(lesson.category) ?? null),
  }))
  const figures = learned.figures.map(({ labels, ...rest }) => ({
    ...rest,
    labels: labels.map(({ label, precision, recall }) => ({ label: idOf.get(label) ?? label, precision, recall })),
  }))
  return await db.transaction(async (tx) => {
    const { live, learnedUntil } = await lockReadingSettings(tx)
    if (learnedUntil !== null && learnedUntil >= until) return { lessons: 0, live: 0 }
    // Somebody made another version live meanwhile: this one was not compared with it.
    const wentLive = live === against && lessons.some(({ outcome }) => outcome === 'better')
    const number = await insertVersion(tx, {
      madeAt: now,
      judgements,
      wentLive,
      lessons,
      figures,
      planes: learned.planes,
    })
    await setLearnedUntil(tx, until)
    if (wentLive) {
      await setLive(tx, number)
      const better = lessons.filter(({ outcome }) => outcome === 'better').length
      await audit(tx, {
        by: null,
        now,
        action: 'learning.went-live',
        subject: `version ${number}`,
        facts: { was: live, better, judgements },
      })
    }
    await forgetWeights(tx, { kept: VERSIONS_KEPT, live: wentLive ? number : live })
    return { lessons: 1, live: Number(wentLive) }
  })
}

/** Makes a version live by hand, back or forth; 0 is the engine as it ships. Voices are read again with it. */
export async function makeLive(db: Db, number: number, { by, address, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const { live } = await lockReadingSettings(tx)
    if (live === number) return
    if (number > 0) await requireUsable(tx, number)
    await setLive(tx, number)
    await audit(tx, {
      by,
      address,
      now,
      action: 'learning.version-used',
      subject: `version ${number}`,
      facts: { was: live },
    })
  })
}

async function requireUsable(tx: Db, number: number): Promise<void> {
  if ((await planesOf(tx, number)) !== null) return
  const known = (await versions(tx, Number.MAX_SAFE_INTEGER)).some((version) => version.number === number)
  throw known ? versionForgotten() : noSuchVersion()
}

/** Everything about what was learned here. */
export async function learningOf(db: Db): Promise<Learning> {
  const { version, live } = await readingSettings(db, ENGINE_VERSION)
  const { all, fresh } = await countSettled(db)
  const shown = await versions(db, VERSIONS_SHOWN)
  return {
    reading: version,
    live,
    judgements: { all, fresh, needed: JUDGEMENTS_A_LESSON },
    outdated: await countOutdated(db, version),
    versions: shown.map((one) => ({ ...one, live: one.number === live, figures: one.figures.map(outsideFigures) })),
    agreement: agreementOf(await doubleJudged(db, PAIRS_WALKED)),
  }
}

/** Figures of versions from before voices were drawn by chance are of doubtful ones. */
function outsideFigures({ sample = 'doubtful', shipped = null, labels, ...rest }: StoredFigures): FieldFigures {
  const named =
    rest.field === 'categories' ? labels.map((one) => ({ ...one, label: publicIdOf('cat', one.label) })) : labels
  return { ...rest, sample, shipped, labels: named, wanted: wantedFor(rest.accuracy) }
}

/** The workspace's own words. Voices are read again when they change. */
export async function changeWords(db: Db, words: readonly string[], { by, address, now }: Act): Promise<string[]> {
  return await db.transaction(async (tx) => {
    const was = (await lockReadingSettings(tx)).words
    const is = [...new Set(words)]
    if (JSON.stringify(was) === JSON.stringify(is)) return was
    await setWords(tx, is)
    const facts = {
      added: is.filter((word) => !was.includes(word)).length,
      removed: was.filter((word) => !is.includes(word)).length,
    }
    await audit(tx, { by, address, now, action: 'dictionary.changed', subject: 'dictionary', facts })
    return is
  })
}
