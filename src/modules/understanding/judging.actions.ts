import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { JUDGED_FIELDS, type NewJudgement } from '../../shared/contracts/review.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { isAlike } from './agreement.ts'
import { correctIn, lockUnderstood, requireLive, tellChange } from './correction.actions.ts'
import { corrections, correctionsOf } from './correction.store.ts'
import { readingSettings } from './reading-settings.store.ts'
import {
  deleteCorrections,
  deleteWords,
  insertWords,
  judgedAlong,
  openReviewOf,
  setOpenReview,
  stillWaiting,
  waitingForSecond,
  wordsOf,
} from './review.store.ts'
import { standingOf } from './review.ts'
import { copiesOf, whoIs } from './review-queue.actions.ts'
import { judgedSince, notJudged } from './understanding.refusals.ts'
import { correctUnderstanding, fileAnew, lockUnderstandings, type Stored } from './understanding.store.ts'

type Act = { user: User; now: Instant }
type Given = Omit<NewJudgement, 'along' | 'drawn'>
type Taken = { state: 'settled' | 'second' | 'differs'; agrees: boolean; along: number }

/**
 * Takes what a person says of a voice, and where they want so of the near-copies that wait. It holds at once where one is
 * enough; else when two have said the same. Safe against two at the same time: each waits for the other at the voice.
 */
export async function judge(
  db: Db,
  feedbackId: string,
  { along, drawn, ...given }: NewJudgement,
  { user, now }: Act,
): Promise<Taken> {
  return await db.transaction(async (tx) => {
    const copies = along === true ? await waitingCopies(tx, feedbackId, user) : []
    const locked = await lockUnderstandings(tx, [feedbackId, ...copies])
    const was = locked.find((one) => one.feedbackId === feedbackId) ?? (await lockUnderstood(tx, feedbackId))
    if (given.categories !== undefined) await requireLive(tx, given.categories)
    const { twoReviewers } = await readingSettings(tx, ENGINE_VERSION)
    const how = { user, now, twoReviewers, drawn: false }
    const state = await judgeOne(tx, was, given, { ...how, drawn: drawn === true, alongWith: null })
    const waiting = await stillWaiting(tx, copies, user.id)
    const others = locked.filter((one) => waiting.has(one.feedbackId))
    for (const other of others) await judgeOne(tx, other, given, { ...how, alongWith: feedbackId })
    const agrees = JUDGED_FIELDS.every((field) => given[field] === undefined || isAlike(given[field], was[field]))
    return { state, agrees, along: others.length }
  })
}

async function waitingCopies(tx: Db, feedbackId: string, user: User): Promise<string[]> {
  const state = (await openReviewOf(tx, feedbackId)) ?? 'open'
  const filter = { ...whoIs(user), field: undefined, state: undefined }
  const copies = await copiesOf(tx, filter, [{ feedbackId, rank: 0, state }])
  return copies.map((copy) => copy.feedbackId)
}

type How = Act & { twoReviewers: boolean; drawn: boolean; alongWith: string | null }

async function judgeOne(
  tx: Db,
  was: Stored,
  given: Given,
  { user, now, twoReviewers, drawn, alongWith }: How,
): Promise<Taken['state']> {
  const { feedbackId } = was
  const before = await openReviewOf(tx, feedbackId)
  const fields = JUDGED_FIELDS.filter((field) => given[field] !== undefined)
  const said = fields.map((field) => ({ field, value: given[field], was: was[field] }))
  await insertWords(tx, feedbackId, said, { by: user.id, blind: before !== 'differs', drawn, alongWith, now })
  const { me, decides } = whoIs(user)
  const decidedBy = before === 'differs' && decides ? me : null
  const { state, holds } = standingOf(await wordsOf(tx, [feedbackId]), { twoReviewers, decidedBy })
  if (state === 'settled') await correctIn(tx, was, holds as Given, { by: me, alongWith, now })
  await setOpenReview(tx, feedbackId, state === 'settled' ? null : state, now)
  return state
}

/**
 * Takes back what a person said last of a voice, and what it made hold; nobody may have said anything since. What was
 * judged along with it is taken back as well, but for copies of which somebody has said something since.
 */
export async function takeBack(db: Db, feedbackId: string, { user, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const along = await judgedAlong(tx, feedbackId, user.id)
    const locked = await lockUnderstandings(tx, [feedbackId, ...along])
    const was = locked.find((one) => one.feedbackId === feedbackId) ?? (await lockUnderstood(tx, feedbackId))
    const can = await mayTakeBack(tx, feedbackId, user.id)
    if (can !== true) throw can === 'not-judged' ? notJudged() : judgedSince()
    await takeBackOne(tx, was, { user, now })
    for (const other of locked) {
      if (other.feedbackId === feedbackId || (await mayTakeBack(tx, other.feedbackId, user.id)) !== true) continue
      await takeBackOne(tx, other, { user, now })
    }
  })
}

/** Whether what a person said of a voice is the last that was said, and what holds because of it can go. */
async function mayTakeBack(tx: Db, feedbackId: string, me: string): Promise<true | 'not-judged' | 'judged-since'> {
  const said = await wordsOf(tx, [feedbackId])
  const mine = said.filter(({ by }) => by === me)
  if (mine.length === 0) return 'not-judged'
  const last = Math.max(...mine.map(({ at }) => at))
  const held = await correctionsOf(tx, feedbackId)
  const isMine = held.length === 0 || held.some(({ by, at }) => by === me && at === last)
  return isMine && said.every(({ by, at }) => by === me || at <= last) ? true : 'judged-since'
}

async function takeBackOne(tx: Db, was: Stored, { user, now }: Act): Promise<void> {
  const { feedbackId } = was
  const left = (await wordsOf(tx, [feedbackId])).filter(({ by }) => by !== user.id)
  const last = await deleteWords(tx, feedbackId, user.id)
  const gone = last === null ? [] : await deleteCorrections(tx, feedbackId, { by: user.id, at: last })
  if (gone.length > 0) {
    const remaining = await corrections(tx, [feedbackId])
    const is = { ...was, ...Object.fromEntries(gone.map(({ field, was: before }) => [field, before])) }
    await correctUnderstanding(tx, feedbackId, is, remaining.has(feedbackId))
    await fileAnew(tx, [feedbackId])
    await tellChange(tx, was, is, { by: user.id, now })
  }
  const { twoReviewers } = await readingSettings(tx, ENGINE_VERSION)
  const { state } = standingOf(left, { twoReviewers, decidedBy: null })
  await setOpenReview(tx, feedbackId, left.length === 0 || state === 'settled' ? null : state, now)
}

/**
 * Lets what one person said of voices hold, where two were asked for and one is enough now. Safe to run twice: what holds
 * waits no more. Those where two differ still wait for who decides.
 */
export async function settleSingleWords(db: Db, limit: number, now: Instant): Promise<number> {
  return await db.transaction(async (tx) => {
    if ((await readingSettings(tx, ENGINE_VERSION)).twoReviewers) return 0
    const waiting = await waitingForSecond(tx, limit)
    const ids = waiting.map(({ feedbackId }) => feedbackId)
    for (const was of await lockUnderstandings(tx, ids)) {
      const words = await wordsOf(tx, [was.feedbackId])
      const { holds } = standingOf(words, { twoReviewers: false, decidedBy: null })
      const last = words.at(-1)
      if (last !== undefined) await correctIn(tx, was, holds as Given, { by: last.by, alongWith: last.alongWith, now })
    }
    for (const { feedbackId } of waiting) await setOpenReview(tx, feedbackId, null, now)
    return waiting.length
  })
}
