import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import { type JudgedField, MOST_COPIES, type ReviewItem, type ReviewStateName } from '../../shared/contracts/review.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { namesOf } from '../accounts/index.ts'
import { type Voice, voicesOf } from '../feedback/index.ts'
import { interleaved, realCopies } from './copies.ts'
import { DRAWN_EVERY, drawnAmong, influenceOf, mostDoubted } from './doubt.ts'
import {
  aspectsOf,
  drawn,
  type FoundAspect,
  type LikelyCopy,
  likelyCopies,
  type Place,
  queued,
  type ReviewFilter,
  type Spoken,
  underWay,
  type Waiting,
  wordsOf,
} from './review.store.ts'
import { hasLowScore } from './score.ts'
import { bandsOf } from './signature.ts'
import { valuedAmong } from './valued.actions.ts'

/** Voices of the queue that are looked at for one page: more of what is wanted lies behind so many others that it can wait. */
const WALKED = 5_000
/** Copies give way to the first of them: so many more are looked at than are shown. */
const SPARE = 10

export const whoIs = ({ id, role }: User) => ({ me: id, decides: roleMay(role, 'taxonomy:change') })

/** How far a person has come: in the queue, in what chance brings up, and how many voices in all. */
export type Way = { queue: Place | null; draw: Place | null; shown: number }

type Wanted = {
  field: JudgedField | undefined
  state: ReviewStateName | undefined
  onlyDrawn: boolean
  way: Way
  limit: number
}
type Page = { items: ReviewItem[]; next: Way | null }

/** A page of the queue for one person. Of copies that wait only the first is shown, wherever the others stand. */
export async function reviewPage(db: Db, user: User, { field, state, onlyDrawn, way, limit }: Wanted): Promise<Page> {
  const filter = { ...whoIs(user), field, state }
  if (state === 'second' || state === 'differs') {
    const found = await withoutCopies(limit + 1, way.queue, (after, many) =>
      underWay(db, { ...filter, state }, after, many),
    )
    return await pageOf(db, filter, { found, drawnOnes: [], way, limit })
  }
  const most = onlyDrawn ? limit + 1 : drawnAmong(way.shown, limit)
  const drawnOnes = most === 0 ? [] : await drawn(db, filter, way.draw, { walked: WALKED, limit: most })
  if (onlyDrawn) return await drawnPage(db, filter, { drawnOnes, way, limit })
  const found = await withoutCopies(limit + SPARE, way.queue, (after, many) =>
    queued(db, filter, after, { walked: WALKED, limit: many }),
  )
  return await pageOf(db, filter, { found, drawnOnes, way, limit })
}

/** The next voices without those that say the same to the letter, up to where they were looked for. */
type Distinct = { voices: Waiting[]; last: Waiting | undefined; isEnd: boolean }

/** Of a flood of copies so many times as many are looked at, and again, before a page is left short. */
const GROWS = 4
const ROUNDS = 4

async function withoutCopies(
  most: number,
  from: Place | null,
  next: (after: Place | null, many: number) => Promise<Waiting[]>,
): Promise<Distinct> {
  const voices = new Map<string, Waiting>()
  let last: Waiting | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const many = most * GROWS ** round
    const rows = await next(placeOf(last, from), many)
    for (const row of rows) {
      if (voices.size === most) return { voices: [...voices.values()], last, isEnd: false }
      const key = row.fingerprint ?? row.feedbackId
      if (!voices.has(key)) voices.set(key, row)
      last = row
    }
    if (rows.length < many) return { voices: [...voices.values()], last, isEnd: true }
    if (voices.size === most) break
  }
  return { voices: [...voices.values()], last, isEnd: false }
}

type Found = { drawnOnes: readonly Waiting[]; way: Way; limit: number }

async function drawnPage(db: Db, filter: ReviewFilter, { drawnOnes, way, limit }: Found): Promise<Page> {
  const shown = drawnOnes.slice(0, limit)
  const copies = await copiesOf(db, filter, shown)
  return {
    items: await itemsOf(db, shown, copies, new Set(shown.map(({ feedbackId }) => feedbackId))),
    next: drawnOnes.length > limit ? { ...way, draw: placeOf(shown.at(-1), way.draw) } : null,
  }
}

async function pageOf(
  db: Db,
  filter: ReviewFilter,
  { found, drawnOnes, way, limit }: Found & { found: Distinct },
): Promise<Page> {
  const copies = await copiesOf(db, filter, [...found.voices, ...drawnOnes])
  const led = new Set(copies.filter(({ leads }) => leads).map(({ of }) => of))
  const leading = found.voices.filter(({ feedbackId }) => !led.has(feedbackId))
  const shown = interleaved(leading, drawnOnes, { every: DRAWN_EVERY, shown: way.shown, most: limit })
  const doubted = shown.filter(({ isSecond }) => !isSecond).map(({ voice }) => voice)
  const byChance = shown.filter(({ isSecond }) => isSecond).map(({ voice }) => voice)
  // Of a page of copies alone nothing is shown, and the way goes on behind them.
  const end = shown.length < limit ? found.last : doubted.at(-1)
  const isEnd = found.isEnd && (shown.length < limit || end === found.last)
  return {
    items: await itemsOf(
      db,
      shown.map(({ voice }) => voice),
      copies,
      new Set(byChance.map(({ feedbackId }) => feedbackId)),
    ),
    next: isEnd
      ? null
      : {
          queue: placeOf(end, way.queue),
          draw: placeOf(byChance.at(-1), way.draw),
          shown: way.shown + shown.length,
        },
  }
}

const placeOf = (last: Waiting | undefined, before: Place | null): Place | null =>
  last === undefined ? before : { rank: last.rank, id: last.feedbackId }

/** The copies of these voices that wait in the same state, at most so many of each. */
export async function copiesOf(
  db: Db,
  filter: ReviewFilter,
  waiting: readonly Pick<Waiting, 'feedbackId' | 'rank' | 'state'>[],
): Promise<LikelyCopy[]> {
  const voices = new Map(
    (
      await voicesOf(
        db,
        waiting.map(({ feedbackId }) => feedbackId),
      )
    ).map(({ id, text }) => [id, text]),
  )
  // Of one that is doubted and drawn the place in the queue counts, which comes first here.
  const rankOf = new Map([...waiting].reverse().map(({ feedbackId, rank }) => [feedbackId, rank]))
  const looked = [...rankOf].map(([feedbackId, rank]) => ({
    feedbackId,
    rank,
    bands: bandsOf(voices.get(feedbackId) ?? '', db.workspaceId),
  }))
  const stateOf = new Map(waiting.map(({ feedbackId, state }) => [feedbackId, state]))
  const likely = (await likelyCopies(db, filter, looked, MOST_COPIES)).filter(
    ({ of, state }) => stateOf.get(of) === state,
  )
  const near = likely.filter(({ exact, feedbackId }) => !exact && !voices.has(feedbackId))
  for (const { id, text } of await voicesOf(
    db,
    near.map(({ feedbackId }) => feedbackId),
  ))
    voices.set(id, text)
  const real = Map.groupBy(realCopies(likely, voices), ({ of }) => of)
  return [...real.values()].flatMap((copies) => copies.slice(0, MOST_COPIES))
}

async function itemsOf(
  db: Db,
  waiting: readonly Waiting[],
  copies: readonly LikelyCopy[],
  byChance: ReadonlySet<string>,
): Promise<ReviewItem[]> {
  const ids = waiting.map(({ feedbackId }) => feedbackId)
  const voices = new Map((await voicesOf(db, ids)).map((voice) => [voice.id, voice]))
  const aspects = Map.groupBy(await aspectsOf(db, ids), ({ feedbackId }) => feedbackId)
  const words = await wordsOf(db, ids)
  const names = new Map((await namesOf(db, [...new Set(words.map(({ by }) => by))])).map(({ id, name }) => [id, name]))
  const spoken = Map.groupBy(words, ({ feedbackId }) => feedbackId)
  const valued = await valuedAmong(db, [...voices.values()])
  const copied = Map.groupBy(copies, ({ of }) => of)
  return waiting.flatMap((one) => {
    const voice = voices.get(one.feedbackId)
    if (voice === undefined || voice.erased) return []
    return [
      itemOf(one, voice, {
        aspects: aspects.get(voice.id) ?? [],
        reviewed: reviewedBy(spoken.get(voice.id) ?? [], names, one.state),
        copies: copied.get(voice.id)?.length ?? 0,
        isDrawn: byChance.has(voice.id),
        valued: valued.has(voice.id),
      }),
    ]
  })
}

type Beside = {
  aspects: readonly FoundAspect[]
  reviewed: ReviewItem['reviewed']
  copies: number
  isDrawn: boolean
  valued: boolean
}

function itemOf(
  { doubt, state, owed, ...is }: Waiting,
  voice: Voice,
  { aspects, reviewed, copies, isDrawn, valued }: Beside,
): ReviewItem {
  const { sentiment, score, confidence, intent, intentConfidence, categories, urgency, language } = is
  const { channel } = voice
  const own = influenceOf({ channel, intent, urgency, lowScore: hasLowScore(voice.scores), valued, owed })
  return {
    feedbackId: voice.id,
    channel,
    subject: voice.subject,
    text: voice.text,
    language,
    occurredAt: voice.occurredAt,
    scores: voice.scores,
    urgency,
    engine: {
      sentiment: { label: sentiment, score, confidence },
      intent: { label: intent, confidence: intentConfidence },
      categories,
      aspects: aspects.map(({ feedbackId: _, ...aspect }) => aspect),
    },
    doubt,
    field: mostDoubted(doubt).field,
    // What many say counts for more.
    influence: own * (1 + Math.log(1 + copies)),
    drawn: isDrawn,
    copies,
    state,
    reviewed,
  }
}

/** Who spoke of a voice, each once; what they said is kept from whoever is to judge without knowing it. */
function reviewedBy(
  words: readonly Spoken[],
  names: ReadonlyMap<string, string>,
  state: ReviewStateName,
): ReviewItem['reviewed'] {
  return [...Map.groupBy(words, ({ by }) => by)].map(([by, of]) => ({
    by: { id: by, name: names.get(by) ?? '' },
    at: Math.max(...of.map(({ at }) => at)) as Instant,
    said: state === 'differs' ? Object.fromEntries(of.map(({ field, value }) => [field, value])) : null,
  }))
}
