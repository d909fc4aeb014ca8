import { alikeness, gramsOf, sharedWords } from '../../engine/similarity/alike.ts'
import { coordinated } from '../../engine/similarity/coordinated.ts'
import { essenceOf, jaccard, shinglesOf } from '../../engine/similarity/jaccard.ts'
import { type MeaningModel, nearestCells, nearnessOf } from '../../engine/similarity/meaning.ts'
import { loadMeaning } from '../../engine/similarity/meaning-packing.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import type { AlikeItem, SimilarVoices } from '../../shared/contracts/similar.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { wantedOf } from './search-words.ts'
import {
  kinTexts,
  type LikelyCopy,
  nearVoices,
  type Signed,
  sameVoices,
  signedVoice,
  voicesInCells,
  wordsOfVoice,
} from './similar.store.ts'
import { findPlaces, voiceItems } from './voices.store.ts'

const MOST_SAME = 500
const MOST_NEAR = 100
/** Shares of shingles from which on two texts are copies. */
const NEAR_COPY = 0.6
/** Longer texts are compared by their beginning. UTF-16 units. */
const COMPARED = 600

/** Eight cells of the newest 500: of what is nearest among all, nine in ten are among them, and no look is longer. */
const CELLS = 8
const OF_EACH_CELL = 500
const BY_WORDS = 40
const LOOKED_AT = 80
/** Less alike than this says nothing to people. */
const ALIKE = 0.4
const SHOWN = 8

/**
 * Copies of a voice and voices that mean the same. Bounded whatever the number of voices: both are found by indexes,
 * the newest first where there are too many.
 *
 * @throws Refusal when there is no such voice
 */
export async function similarTo(db: Db, id: string, { models }: Pick<Tools, 'models'>): Promise<SimilarVoices> {
  const voice = await signedVoice(db, id)
  if (voice === null) {
    if (!(await feedbackExists(db, id))) throw noSuchFeedback()
    return { copies: { n: 0, more: false, items: [], coordinated: null }, similar: [] }
  }
  const copies = await copiesOf(db, voice)
  const kin = await kinOf(db, voice, loadMeaning(models.meaning))
  return { copies, similar: kin }
}

async function copiesOf(db: Db, voice: Signed): Promise<SimilarVoices['copies']> {
  if (voice.fingerprint === null) return { n: 0, more: false, items: [], coordinated: null }
  const { fingerprint, bands } = voice
  const same = await sameVoices(db, fingerprint, MOST_SAME)
  const others = bands.length === 0 ? [] : await nearVoices(db, { fingerprint, bands }, MOST_NEAR)
  const shingles = shinglesOf(comparedOf(voice.text))
  const found = [
    ...same.map((copy) => ({ ...copy, alike: 1 })),
    ...others
      .map((copy) => ({ ...copy, alike: jaccard(shingles, shinglesOf(comparedOf(copy.text))) }))
      .filter(({ alike }) => alike >= NEAR_COPY),
  ]
  const seen = found.map(({ root, occurredAt, alike }) => ({ who: root, at: occurredAt, alike }))
  const burst = coordinated(seen, voice.bulk)
  const rest = found.filter(({ id }) => id !== voice.id)
  return {
    n: rest.length,
    more: same.length === MOST_SAME,
    items: await shown(db, newestOf(rest)),
    coordinated: burst && { ...burst, from: burst.from as Instant, to: burst.to as Instant },
  }
}

const comparedOf = (text: string): string => essenceOf(text.slice(0, COMPARED))

type Alike = { id: string; alike: number }

const newestOf = (copies: readonly (LikelyCopy & Alike)[]): Alike[] =>
  copies.toSorted((a, b) => b.alike - a.alike || b.occurredAt - a.occurredAt).slice(0, SHOWN)

async function kinOf(db: Db, voice: Signed, model: MeaningModel): Promise<AlikeItem[]> {
  const near = voice.meaning === null ? [] : await nearestOf(db, voice.meaning, model)
  const candidates = [...new Set([...near, ...(await byWords(db, voice.id))])].filter((id) => id !== voice.id)
  const own = gramsOf(voice.text.slice(0, COMPARED), model)
  const found = (await kinTexts(db, candidates))
    .filter(({ fingerprint }) => fingerprint === null || fingerprint !== voice.fingerprint)
    .map(({ id, text, meaning }) => ({
      id,
      alike: alikeness(
        sharedWords(own, gramsOf(text, model)),
        meaning === null || voice.meaning === null ? 0 : nearnessOf(voice.meaning, new Int8Array(meaning)),
      ),
    }))
  const best = found.filter(({ alike }) => alike >= ALIKE).sort((a, b) => b.alike - a.alike)
  return await shown(db, best.slice(0, SHOWN))
}

async function nearestOf(db: Db, meaning: Int8Array, model: MeaningModel): Promise<string[]> {
  const all = await voicesInCells(db, nearestCells(meaning, model, CELLS), OF_EACH_CELL)
  return all
    .map((kin) => ({ id: kin.id, nearness: nearnessOf(meaning, kin.meaning) }))
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, LOOKED_AT)
    .map(({ id }) => id)
}

/** Voices that hold its two weightiest words: names and numbers that no model knows lead there. */
async function byWords(db: Db, id: string): Promise<string[]> {
  const wanted = wantedOf((await wordsOfVoice(db, id)).join(' '))
  if (wanted === null) return []
  return (await findPlaces(db, wanted.tokens, { setAside: 'no' }, null, BY_WORDS)).map((place) => place.id)
}

/** As lists show them, the most alike first. */
async function shown(db: Db, alike: readonly Alike[]): Promise<AlikeItem[]> {
  const items = new Map(
    (
      await voiceItems(
        db,
        alike.map(({ id }) => id),
      )
    ).map((item) => [item.id, item]),
  )
  return alike.flatMap(({ id, alike: share }) => {
    const item = items.get(id)
    return item === undefined ? [] : [{ ...item, alike: Math.round(share * 100) / 100 }]
  })
}
