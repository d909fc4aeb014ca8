import { alikeness, gramsOf, sharedWords } from '../../engine/similarity/alike.ts'
import { coordinated } from '../../engine/similarity/coordinated.ts'
import { essenceOf, jaccard, shinglesOf } from '../../engine/similarity/jaccard.ts'
import {
  isKnownTo,
  type MeaningModel,
  nearestCells,
  nearnessOf,
  nearnessToMany,
} from '../../engine/similarity/meaning.ts'
import { loadMeaning } from '../../engine/similarity/meaning-packing.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import type { AlikeItem, SimilarVoices } from '../../shared/contracts/similar.ts'
import type { Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { bandsOf } from '../understanding/index.ts'
import { wantedOf } from './search-words.ts'
import {
  COMPARED,
  kinTexts,
  type LikelyCopy,
  nearVoices,
  type Signed,
  sameVoices,
  signedVoice,
  voicesInCells,
} from './similar.store.ts'
import { findPlaces } from './voices.store.ts'
import { voiceItems } from './voices-shown.store.ts'

const MOST_SAME = 500
const MOST_NEAR = 100
/** Shares of shingles from which on two texts are copies. */
const NEAR_COPY = 0.6

/** The nearest cells are looked into deep, those around them at their newest: no look is longer, however many voices. */
const DEEP = { cells: 6, newest: 500 }
const AROUND = { cells: 42, newest: 60 }
const BY_WORDS = 40
const LOOKED_AT = 60
/** Less alike than this says nothing to people. */
const ALIKE = 0.38
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
  const [copies, kin] = await Promise.all([copiesOf(db, voice), kinOf(db, voice, loadMeaning(models.meaning))])
  const taken = new Set(copies.found.map((copy) => copy.id))
  const similar = kin.filter((one) => one.id !== id && !taken.has(one.id)).slice(0, SHOWN)
  const newest = newestOf(copies.found)
  const shown = await shownAs(db, [...newest, ...similar])
  return {
    copies: { n: taken.size, more: copies.more, items: shown(newest), coordinated: copies.coordinated },
    similar: shown(similar),
  }
}

type Copies = Pick<SimilarVoices['copies'], 'more' | 'coordinated'> & { found: (LikelyCopy & Alike)[] }

async function copiesOf(db: Db, voice: Signed): Promise<Copies> {
  if (voice.fingerprint === null) return { found: [], more: false, coordinated: null }
  const { copies, more } = await copiesIn(db, { ...voice, fingerprint: voice.fingerprint })
  const seen = copies.map(({ root, occurredAt, alike }) => ({ who: root, at: occurredAt, alike }))
  const burst = coordinated(seen, voice.bulk)
  return {
    found: copies.filter(({ id }) => id !== voice.id),
    more,
    coordinated: burst && { ...burst, from: burst.from as Instant, to: burst.to as Instant },
  }
}

/** A voice and its copies, the newest of those to the letter where there are `more`. */
export async function copiesIn(
  db: Db,
  { fingerprint, text }: Pick<Signed, 'text'> & { fingerprint: string },
): Promise<{ copies: (LikelyCopy & Alike)[]; more: boolean }> {
  const same = await sameVoices(db, fingerprint, MOST_SAME)
  const others = await nearVoices(db, { fingerprint, bands: bandsOf(text, db.workspaceId) }, MOST_NEAR)
  const shingles = shinglesOf(essenceOf(text.slice(0, COMPARED)))
  const near = others
    .map((copy) => ({ ...copy, alike: jaccard(shingles, shinglesOf(essenceOf(copy.text))) }))
    .filter(({ alike }) => alike >= NEAR_COPY)
  return { copies: [...same.map((copy) => ({ ...copy, alike: 1 })), ...near], more: same.length === MOST_SAME }
}

type Alike = { id: string; alike: number }

const newestOf = (copies: readonly (LikelyCopy & Alike)[]): Alike[] =>
  copies.toSorted((a, b) => b.alike - a.alike || b.occurredAt - a.occurredAt).slice(0, SHOWN)

/** Voices that mean the same, the most alike first; copies are among them. */
async function kinOf(db: Db, voice: Signed, model: MeaningModel): Promise<Alike[]> {
  const [near, named] = await Promise.all([
    voice.meaning === null ? [] : nearestOf(db, voice.meaning, model),
    byWords(db, voice.words, model),
  ])
  const candidates = [...new Set([...near, ...named])]
  const own = gramsOf(voice.text.slice(0, COMPARED), model)
  const found = (await kinTexts(db, candidates))
    .filter(({ fingerprint }) => fingerprint === null || fingerprint !== voice.fingerprint)
    .filter(({ sentiment }) => !isOpposite(sentiment, voice.sentiment))
    .map(({ id, text, meaning }) => ({
      id,
      alike: alikeness(
        sharedWords(own, gramsOf(text, model)),
        meaning === null || voice.meaning === null ? 0 : nearnessOf(voice.meaning, new Int8Array(meaning)),
      ),
    }))
  return found.filter(({ alike }) => alike >= ALIKE).sort((a, b) => b.alike - a.alike)
}

/** 满意 and 不满意 are about one thing and do not mean the same. */
const isOpposite = (a: Sentiment | null, b: Sentiment | null): boolean =>
  (a === 'positive' && b === 'negative') || (a === 'negative' && b === 'positive')

async function nearestOf(db: Db, meaning: Int8Array, model: MeaningModel): Promise<string[]> {
  const cells = nearestCells(meaning, model, DEEP.cells + AROUND.cells)
  const { meanings, idOf } = await voicesInCells(
    db,
    cells.map((cell, i) => ({ cell, newest: i < DEEP.cells ? DEEP.newest : AROUND.newest })),
    meaning.length,
  )
  return places(nearnessToMany(meaning, meanings), LOOKED_AT).map(idOf)
}

/** Where the most of them stand, the highest first; of equal ones the first. Sorting thousands for sixty would take longer. */
function places(scores: Float64Array, most: number): number[] {
  const least = scores.slice().sort()[Math.max(0, scores.length - most)] ?? 0
  return [...scores.keys()]
    .filter((i) => scores[i]! >= least)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, most)
}

/** Voices that hold its two weightiest words, when one is a name that the model does not know and cannot put together. */
async function byWords(db: Db, words: readonly string[], model: MeaningModel): Promise<string[]> {
  const wanted = words.every((word) => isKnownTo(model, word)) ? null : wantedOf(words.join(' '))
  if (wanted === null) return []
  return (await findPlaces(db, wanted.tokens, { setAside: 'no' }, null, BY_WORDS)).map((place) => place.id)
}

/** As lists show them, in the order given; all are read at once. */
async function shownAs(db: Db, alike: readonly Alike[]): Promise<(some: readonly Alike[]) => AlikeItem[]> {
  const ids = alike.map(({ id }) => id)
  const items = new Map((await voiceItems(db, ids)).map((item) => [item.id, item]))
  return (some) =>
    some.flatMap(({ id, alike: share }) => {
      const item = items.get(id)
      return item === undefined ? [] : [{ ...item, alike: Math.round(share * 100) / 100 }]
    })
}
