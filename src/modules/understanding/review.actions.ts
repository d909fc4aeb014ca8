import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { isNearDuplicate } from '../../engine/similarity/jaccard.ts'
import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import {
  JUDGED_FIELDS,
  type JudgedField,
  type NewJudgement,
  REVIEW_COUNTED_TO,
  type ReviewItem,
  type ReviewStateName,
} from '../../shared/contracts/review.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn } from '../../shared/time/zone.ts'
import { audit, namesOf, workspaceZone } from '../accounts/index.ts'
import { type Voice, voicesOf } from '../feedback/index.ts'
import { isAlike } from './agreement.ts'
import { correctIn, lockUnderstood, requireLive, tellChange } from './correction.actions.ts'
import { corrections } from './correction.store.ts'
import { influenceOf, mostDoubted } from './doubt.ts'
import { lockReadingSettings, readingSettings, setTwoReviewers } from './reading-settings.store.ts'
import {
  aspectsOf,
  countWaiting,
  deleteCorrections,
  deleteWords,
  type FoundAspect,
  insertWords,
  judgedSince,
  openReviewOf,
  type Place,
  queued,
  type Spoken,
  setOpenReview,
  underWay,
  type Waiting,
  wordsOf,
} from './review.store.ts'
import { standingOf } from './review.ts'
import { hasLowScore } from './score.ts'
import { judgedSince as judgedSinceThen, notJudged } from './understanding.refusals.ts'
import { correctUnderstanding, fileAnew } from './understanding.store.ts'

/** Voices of the queue that are looked at for one page: more of what is wanted lies behind so many others that it can wait. */
const WALKED = 5_000

const whoIs = ({ id, role }: User) => ({ me: id, decides: roleMay(role, 'taxonomy:change') })

/** A page of the queue for one person. Copies of a voice stand together, behind the first of them. */
export async function reviewPage(
  db: Db,
  user: User,
  wanted: { field: JudgedField | undefined; state: ReviewStateName | undefined; after: Place | null; limit: number },
): Promise<{ items: ReviewItem[]; next: Place | null }> {
  const { after, limit, state, field } = wanted
  const filter = { ...whoIs(user), field, state }
  const found =
    state === 'second' || state === 'differs'
      ? await underWay(db, { ...filter, state }, after, limit + 1)
      : await queued(db, filter, after, { walked: WALKED, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await itemsOf(db, shown),
    next: found.length > limit && last !== undefined ? { rank: last.rank, id: last.feedbackId } : null,
  }
}

async function itemsOf(db: Db, waiting: readonly Waiting[]): Promise<ReviewItem[]> {
  const ids = waiting.map(({ feedbackId }) => feedbackId)
  const voices = new Map((await voicesOf(db, ids)).map((voice) => [voice.id, voice]))
  const aspects = Map.groupBy(await aspectsOf(db, ids), ({ feedbackId }) => feedbackId)
  const words = await wordsOf(db, ids)
  const names = new Map((await namesOf(db, [...new Set(words.map(({ by }) => by))])).map(({ id, name }) => [id, name]))
  const spoken = Map.groupBy(words, ({ feedbackId }) => feedbackId)
  const items = waiting.flatMap((one) => {
    const voice = voices.get(one.feedbackId)
    if (voice === undefined || voice.erased) return []
    return [itemOf(one, voice, aspects.get(voice.id) ?? [], reviewedBy(spoken.get(voice.id) ?? [], names, one.state))]
  })
  return withCopies(items)
}

function itemOf(
  { doubt, state, ...is }: Waiting,
  voice: Voice,
  aspects: readonly FoundAspect[],
  reviewed: ReviewItem['reviewed'],
): ReviewItem {
  const { sentiment, score, confidence, intent, intentConfidence, categories, urgency, language } = is
  return {
    feedbackId: voice.id,
    channel: voice.channel,
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
    influence: influenceOf({ channel: voice.channel, intent, urgency, lowScore: hasLowScore(voice.scores) }),
    copies: 0,
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

/** Puts copies behind the first of them; what many say counts for more. */
function withCopies(items: readonly ReviewItem[]): ReviewItem[] {
  const groups: ReviewItem[][] = []
  for (const item of items) {
    const group = groups.find(([first]) => first !== undefined && isNearDuplicate(first.text, item.text))
    if (group === undefined) groups.push([item])
    else group.push(item)
  }
  return groups.flatMap((group) =>
    group.map((item) => ({
      ...item,
      copies: group.length - 1,
      influence: item.influence * (1 + Math.log(group.length)),
    })),
  )
}

/**
 * Takes what a person says of a voice. It holds at once where one is enough; else when two have said the same. Safe
 * against two at the same time: each waits for the other at the voice.
 */
export async function judge(
  db: Db,
  feedbackId: string,
  given: NewJudgement,
  { user, now }: { user: User; now: Instant },
): Promise<{ state: 'settled' | 'second' | 'differs'; agrees: boolean }> {
  return await db.transaction(async (tx) => {
    const was = await lockUnderstood(tx, feedbackId)
    if (given.categories !== undefined) await requireLive(tx, given.categories)
    const fields = JUDGED_FIELDS.filter((field) => given[field] !== undefined)
    const before = await openReviewOf(tx, feedbackId)
    const said = fields.map((field) => ({ field, value: given[field], was: was[field] }))
    await insertWords(tx, feedbackId, said, { by: user.id, blind: before !== 'differs', now })
    const { me, decides } = whoIs(user)
    const { twoReviewers } = await readingSettings(tx, ENGINE_VERSION)
    const { state, holds } = standingOf(await wordsOf(tx, [feedbackId]), {
      twoReviewers,
      decidedBy: before === 'differs' && decides ? me : null,
    })
    if (state === 'settled') await correctIn(tx, was, holds as NewJudgement, { by: me, now })
    await setOpenReview(tx, feedbackId, state === 'settled' ? null : state, now)
    return { state, agrees: fields.every((field) => isAlike(given[field], was[field])) }
  })
}

/** Takes back what a person said last of a voice, and what it made hold; nobody may have said anything since. */
export async function takeBack(db: Db, feedbackId: string, { user, now }: { user: User; now: Instant }): Promise<void> {
  await db.transaction(async (tx) => {
    const was = await lockUnderstood(tx, feedbackId)
    const said = await wordsOf(tx, [feedbackId])
    const last = await deleteWords(tx, feedbackId, user.id)
    if (last === null) throw notJudged()
    const left = said.filter(({ by }) => by !== user.id)
    const held = await corrections(tx, [feedbackId])
    const gone = await deleteCorrections(tx, feedbackId, { by: user.id, at: last })
    const remaining = await corrections(tx, [feedbackId])
    const isLast = left.every(({ at }) => at <= last) && !(gone.length === 0 && held.has(feedbackId))
    if (!isLast) throw judgedSinceThen()
    if (gone.length > 0) {
      const is = { ...was, ...Object.fromEntries(gone.map(({ field, was: before }) => [field, before])) }
      await correctUnderstanding(tx, feedbackId, is, remaining.has(feedbackId))
      await fileAnew(tx, [feedbackId])
      await tellChange(tx, was, is, { by: user.id, now })
    }
    const { twoReviewers } = await readingSettings(tx, ENGINE_VERSION)
    const { state } = standingOf(left, { twoReviewers, decidedBy: null })
    await setOpenReview(tx, feedbackId, left.length === 0 || state === 'settled' ? null : state, now)
  })
}

/** How much there is to judge, and how much was judged today. */
export async function reviewState(db: Db, user: User, now: Instant) {
  const midnight = await startOfDay(db, now)
  const { twoReviewers } = await readingSettings(db, ENGINE_VERSION)
  return {
    twoReviewers,
    ...(await countWaiting(db, whoIs(user), REVIEW_COUNTED_TO)),
    today: await judgedSince(db, user.id, midnight),
  }
}

async function startOfDay(db: Db, now: Instant): Promise<Instant> {
  const zone = await workspaceZone(db)
  return atLocal(dateIn(now, zone), 0, zone)
}

/** Whether two people judge each voice. What one person has judged so far waits for a second. */
export async function setReview(
  db: Db,
  twoReviewers: boolean,
  { by, address, now }: { by: string; address: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockReadingSettings(tx)
    if ((await readingSettings(tx, ENGINE_VERSION)).twoReviewers === twoReviewers) return
    await setTwoReviewers(tx, twoReviewers)
    await audit(tx, { by, address, now, action: 'review.changed', subject: 'review', facts: { twoReviewers } })
  })
}
