import { OVERALL } from '../../engine/aspects/aspects.ts'
import type { JudgedField } from '../../shared/contracts/review.ts'
import type { Channel, Intent, Urgency } from '../../shared/contracts/values.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'

/** How unsure a reading is of each field, 0 (sure) … 1 (a guess). */
export type Doubt = Record<JudgedField, number>

type Seen = {
  text: string
  sentiment: { label: string; confidence: number }
  intent: { confidence: number }
  categories: readonly { category: string; confidence: number }[]
}

/** What a guess would be sure of: one of two, one of the judging against the stating, one of six. */
const GUESS = { judged: 0.5, neutral: 0.4, intent: 1 / 6 }
/** Words that no category took, and words that only the whole took. */
const UNFILED = 0.5
const ONLY_OVERALL = 0.6

const between = (x: number): number => Math.min(Math.max(x, 0), 1)
const over = (confidence: number, guess: number): number => between(1 - (confidence - guess) / (1 - guess))

/** How unsure a reading is. Nothing is in doubt about a voice without letters: nobody could say more. */
export function doubtOf({ text, sentiment, intent, categories }: Seen): Doubt {
  if (!/\p{L}/u.test(text)) return { sentiment: 0, intent: 0, categories: 0 }
  return {
    sentiment: over(sentiment.confidence, sentiment.label === 'neutral' ? GUESS.neutral : GUESS.judged),
    intent: over(intent.confidence, GUESS.intent),
    categories: filingDoubt(categories),
  }
}

function filingDoubt(categories: Seen['categories']): number {
  if (categories.length === 0) return UNFILED
  if (categories.every(({ category }) => category === OVERALL)) return ONLY_OVERALL
  return between(1 - categories.reduce((sum, { confidence }) => sum + confidence, 0) / categories.length)
}

/** How much a doubt matters: a wrong sentiment shows everywhere, a wrong category among others. */
export const MATTERS: Doubt = { sentiment: 1, intent: 0.9, categories: 0.6 }

/** The doubt that matters most, 0…1, and about what it is. */
export function mostDoubted(doubt: Doubt): { field: JudgedField; size: number } {
  const fields = Object.keys(MATTERS) as JudgedField[]
  return fields
    .map((field) => ({ field, size: doubt[field] * MATTERS[field] }))
    .reduce((most, one) => (one.size > most.size ? one : most))
}

const PUBLIC: readonly Channel[] = ['social', 'review', 'forum']
const ASKS: readonly Intent[] = ['complaint', 'question', 'churn']
const URGENT: Record<Urgency, number> = { low: 1, normal: 1.2, high: 2, critical: 3 }

/** A case is open for it: what was promised, and to whom it went, hangs on its labels. */
export const OWED = 2
/** A customer of the first rank: see `isValued`. */
const VALUED = 1.5

/** Tiers are named by each organisation as it likes; these words name the first one nearly everywhere. */
const FIRST_TIER = /vip|贵宾|貴賓|白金|钻石|鑽石|黑卡|platinum|diamond/i

/** Whether much hangs on keeping a customer: somebody among staff is theirs alone, or their tier is the first. */
export const isValued = ({ tier, hasOwner }: { tier: string; hasOwner: boolean }): boolean =>
  hasOwner || FIRST_TIER.test(tier)

/** How much depends on a voice being read rightly; 1 for a usual one. Asking ones and low scores open cases. */
export function influenceOf(voice: {
  channel: Channel
  intent: Intent
  urgency: Urgency
  lowScore: boolean
  valued: boolean
  owed: boolean
}): number {
  const asks = voice.lowScore || ASKS.includes(voice.intent) ? 1.5 : 1
  const heard = (PUBLIC.includes(voice.channel) ? 1.3 : 1) * (voice.valued ? VALUED : 1)
  return URGENT[voice.urgency] * asks * heard * (voice.owed ? OWED : 1)
}

/** Doubts smaller than this are no question worth a person's time. */
const WORTH_A_LOOK = 0.3
/** After so long a voice counts less by the factor e. */
const FADES = 30 * DAY

/**
 * Where a voice stands in the review queue: larger comes first; null for not at all. Voices fade all at the same pace, so
 * that the order never changes while time goes by, and an index can keep it: the logarithm of doubt × influence, plus the
 * time it occurred at in units of the fading.
 */
export function rankOf(doubt: Doubt, influence: number, occurredAt: Instant): number | null {
  const { size } = mostDoubted(doubt)
  return size < WORTH_A_LOOK ? null : Math.log(size * influence) + occurredAt / FADES
}

const PRIME = 0x01000193
const START = 0x811c9dc5

/** A number between 0 and 1, both excluded, that looks like chance and is a voice's own for good. */
function lotOf(id: string): number {
  let hash = START
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32
}

/**
 * Where a voice stands among those that are drawn by chance; larger comes first; null for one without letters, of which
 * nobody could say anything. Taking them in this order is drawing without putting back, each with a chance that fades with
 * its age as the queue does, and that knows nothing of what the engine said.
 *
 * @source  the Gumbel-max trick: Yellott 1977, J. Math. Psychol. 15:109–144; as one order for a whole sample Efraimidis &
 *          Spirakis 2006, Inf. Process. Lett. 97:181–185. The lot: FNV-1a, mixed as MurmurHash3 ends.
 */
export function drawRankOf({ id, text }: { id: string; text: string }, occurredAt: Instant): number | null {
  return /\p{L}/u.test(text) ? occurredAt / FADES - Math.log(-Math.log(lotOf(id))) : null
}

/** Every tenth voice that a person is shown is drawn by chance. */
export const DRAWN_EVERY = 10

/** How many of the `count` voices behind the first `shown` are drawn ones. */
export const drawnAmong = (shown: number, count: number): number =>
  Math.floor((shown + count) / DRAWN_EVERY) - Math.floor(shown / DRAWN_EVERY)
