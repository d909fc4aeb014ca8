import { FEW_SHOT_FORM } from '../../engine/aspects/few-shot.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { Db } from '../../platform/db/db.ts'
import { BrokenOff } from '../../platform/threads.ts'
import type { Tools } from '../../platform/tools.ts'
import type { CategoryLearned, FitMade, LearnedState, PreviewVoice } from '../../shared/contracts/category-examples.ts'
import { FEWEST_EXAMPLES_SHOWN, LONGEST_EXAMPLE } from '../../shared/contracts/example-limits.ts'
import type { Share } from '../../shared/contracts/learning.ts'
import { type Instant, MINUTE, SECOND } from '../../shared/time/instant.ts'
import { type Voice, voicesOf } from '../feedback/index.ts'
import { nodeOf, noted } from './category.actions.ts'
import { unitedCategory, withWords } from './category-example.actions.ts'
import { notLearned } from './category-example.refusals.ts'
import { countExamples, examplesOf, judgedAbout, newestVoices } from './category-example.store.ts'
import {
  type Fit,
  fitOf,
  keepFit,
  lockFit,
  markFailed,
  type Rhythm,
  setLiveSince,
  takeFit,
} from './category-fit.store.ts'
import type { FitFigures, Fitted, Labelled } from './category-fitting.ts'
import { liveBelow } from './category-tree.ts'
import { lockReadingSettings, revise } from './reading-settings.store.ts'
import { retiredCategory } from './understanding.refusals.ts'

type Act = { by: string; address: string; now: Instant }
type With = { now: Instant; tools: Pick<Tools, 'threads'> }

/** Against so many of the newest voices it stands out. */
const MOST_RECENT = 2_000
/** Where most voices are scores alone, it looks no further back than this. */
const VOICES_WALKED = 20_000
const FETCHED_AT_ONCE = 100
/** Judgements that are looked at, and learned from. */
const SAYINGS_WALKED = 30_000
const MOST_JUDGED = 600
const FIT_MS = 120 * SECOND
const MEGABYTES = 512

/** Whoever gives one example after the other is not to wait for each; and what fails is not to keep a thread busy for good. */
export const RHYTHM = { rest: 10 * SECOND, afterFailure: 10 * MINUTE, form: FEW_SHOT_FORM } as const satisfies Omit<
  Rhythm,
  'now'
>

/**
 * Learns anew, one after the other, the categories whose examples, definition or judgements changed. Safe to run twice: each
 * is taken up by one, and written once for the changes it was learned from.
 */
export async function fitCategories(db: Db, { now, tools }: With): Promise<{ fits: number }> {
  let fits = 0
  for (;;) {
    const taken = await takeFit(db, { ...RHYTHM, now })
    if (taken === null) return { fits }
    const signal = AbortSignal.timeout(FIT_MS)
    try {
      if (await fitOne(db, taken, signal, { now, tools })) fits++
    } catch (error) {
      // One that was broken off because we stop is not to blame; the others get their turn with the next round.
      if (!(error instanceof BrokenOff) || signal.aborted) await markFailed(db, taken.categoryId, taken.changes)
      throw error
    }
  }
}

type Taken = { categoryId: string; changes: number }

async function fitOne(
  db: Db,
  { categoryId, changes }: Taken,
  signal: AbortSignal,
  { now, tools }: With,
): Promise<boolean> {
  const { category, united, all } = await unitedCategory(db, categoryId)
  const below = liveBelow(all.map(nodeOf), categoryId).filter((id) => id !== categoryId)
  const labelled = await labelledFor(db, united, below)
  const recent = await textsOf(db, await newestVoices(db, { walked: VOICES_WALKED, limit: MOST_RECENT }))
  const long = {
    module: new URL('./category-fitting.ts', import.meta.url),
    name: 'fitCategory',
    progress: () => {},
    signal,
    megabytes: MEGABYTES,
  }
  const fitted = await tools.threads.long<Fitted>(long, category.definition, labelled, recent)
  return await keepFit(db, categoryId, changes, fitted, { form: FEW_SHOT_FORM, now })
}

/** What people said of a category: examples first, newest first, then judgements. */
async function labelledFor(db: Db, united: readonly string[], below: readonly string[]): Promise<Labelled[]> {
  const examples = await withWords(db, await examplesOf(db, united))
  const judged = await judgedAbout(db, united, below, { walked: SAYINGS_WALKED, limit: MOST_JUDGED })
  const texts = new Map(
    (
      await textsOf(
        db,
        judged.map(({ feedbackId }) => feedbackId),
      )
    ).map(({ id, text }) => [id, text]),
  )
  return [
    ...examples.map(({ text, belongs, wasFound }): Labelled => ({ text, belongs, wasFound, source: 'example' })),
    ...judged.flatMap(({ feedbackId, belongs, had }): Labelled[] => {
      const text = texts.get(feedbackId)
      return text === undefined ? [] : [{ text, belongs, wasFound: had, source: 'judgement' }]
    }),
  ]
}

/** Words of voices in the order of their ids, as far as they are learned from; fetched in parts, so that requests go between. */
async function textsOf(db: Db, ids: readonly string[]): Promise<{ id: string; text: string }[]> {
  const texts = new Map<string, string>()
  for (let from = 0; from < ids.length; from += FETCHED_AT_ONCE) {
    for (const { id, text, erased } of await voicesOf(db, ids.slice(from, from + FETCHED_AT_ONCE)))
      if (!erased && text.trim() !== '') texts.set(id, text.slice(0, LONGEST_EXAMPLE))
  }
  return ids.flatMap((id) => (texts.has(id) ? [{ id, text: texts.get(id)! }] : []))
}

/** What was learned of a category, how right it is, and which voices it would find. */
export async function learnedOf(db: Db, id: string): Promise<CategoryLearned> {
  const { united } = await unitedCategory(db, id)
  const fit = await fitOf(db, id)
  const { belong, not } = await countExamples(db, united)
  return {
    state: stateOf(fit, belong + not),
    examples: belong,
    counterExamples: not,
    needed: FEWEST_EXAMPLES_SHOWN,
    liveSince: fit?.liveSince ?? null,
    made: fit === null ? null : await madeOf(db, united, fit),
  }
}

function stateOf(fit: Fit | null, given: number): LearnedState {
  if (fit === null || (given === 0 && !fit.learned)) return 'none'
  if (fit.failed) return 'failed'
  if (fit.changes > fit.fitted || fit.form !== FEW_SHOT_FORM) return 'fitting'
  return fit.learned ? 'ready' : 'too-few'
}

async function madeOf(db: Db, united: readonly string[], fit: Fit): Promise<FitMade | null> {
  const { number, madeAt, from, figures, preview, learned } = fit
  if (madeAt === null || from === null || figures === null || preview === null || !learned) return null
  const said = new Map((await examplesOf(db, united)).map(({ feedbackId, belongs }) => [feedbackId, belongs]))
  const voices = new Map((await voicesOf(db, [...preview.would, ...preview.close])).map((voice) => [voice.id, voice]))
  const shown = (ids: readonly string[]): PreviewVoice[] =>
    ids.flatMap((id) => {
      const voice: Voice | undefined = voices.get(id)
      if (voice === undefined || voice.erased) return []
      const { text, occurredAt } = voice
      return [{ feedbackId: id, text: text.slice(0, LONGEST_EXAMPLE), occurredAt, belongs: said.get(id) ?? null }]
    })
  return { number, at: madeAt, from, ...sharesOf(figures), would: shown(preview.would), close: shown(preview.close) }
}

const sharesOf = ({ precision, recall, found }: FitFigures) => ({
  precision: shareOf(precision),
  recall: shareOf(recall),
  found: shareOf(found),
})

const shareOf = ({ hits, of }: { hits: number; of: number }): Share => ({
  hits,
  of,
  rate: of === 0 ? null : hits / of,
  interval: wilsonInterval(hits, of),
})

/** From now on new voices are read with what was learned; with `again`, old ones as well. */
export async function startUsing(db: Db, id: string, again: boolean, act: Act): Promise<void> {
  const { category } = await unitedCategory(db, id)
  if (category.retiredAt !== null) throw retiredCategory()
  await db.transaction(async (tx) => {
    await lockFit(tx, id)
    if ((await fitOf(tx, id))?.learned !== true) throw notLearned()
    if (await setLiveSince(tx, id, act.now)) await noted(tx, category, { learned: true }, act)
    if (!again) return
    await lockReadingSettings(tx)
    await revise(tx)
  })
}

/** Voices are no longer read with it. What is filed there stays until it is read again. */
export async function stopUsing(db: Db, id: string, act: Act): Promise<void> {
  const { category } = await unitedCategory(db, id)
  await db.transaction(async (tx) => {
    await lockFit(tx, id)
    if (await setLiveSince(tx, id, null)) await noted(tx, category, { learned: false }, act)
  })
}
