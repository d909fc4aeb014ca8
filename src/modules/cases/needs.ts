import type { Intent } from '../../shared/contracts/values.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'

/** What decides whether a voice wants something of us. */
export type Wish = {
  intent: Intent
  lowScore: boolean
  /** Imported, demo or old: opens nothing and sends nothing. */
  quiet: boolean
  setAside: boolean
  /** Understood for the first time; a second look at an old voice opens nothing. */
  first: boolean
}

const ASKING: ReadonlySet<Intent> = new Set(['complaint', 'question', 'suggestion', 'churn'])

/** True for voices that are owed an answer: complaint, question, suggestion, churn threat or a low score. */
export function needsAnAnswer({ intent, lowScore, quiet, setAside, first }: Wish): boolean {
  return first && !quiet && !setAside && (ASKING.has(intent) || lowScore)
}

/** What is older than this when a person says that it wants an answer is learnt from, and opens nothing by itself. */
const FRESH = DAY

export const stillFresh = (occurredAt: Instant, now: Instant): boolean => now - occurredAt <= FRESH

/** Voices of one family are about the same matter more often than not: trouble, or ideas and questions. */
const familyOf = (intent: Intent, lowScore: boolean): 'trouble' | 'wish' =>
  lowScore || intent === 'complaint' || intent === 'churn' ? 'trouble' : 'wish'

/** How long after the last word another voice of the same family is taken as the same matter. */
export const RELATED_WITHIN = 7 * DAY

/** An open case of the same customer, as far as joining goes. */
export type OpenCase = { id: string; intent: Intent; lowScore: boolean; categories: readonly string[]; lastAt: Instant }

/** A new voice of that customer. */
export type NewVoice = { intent: Intent; lowScore: boolean; categories: readonly string[]; at: Instant }

/**
 * The open case a voice belongs to, or null for a new one.
 *
 * Related is an open case of the same customer that shares a category, or whose last word is at most seven days
 * away and whose intent is of the same family (complaint, churn threat and low score; or question and suggestion).
 * Of several the one with a shared category wins, then the one with the latest word.
 */
export function relatedCase(voice: NewVoice, open: readonly OpenCase[]): OpenCase | null {
  const shares = (each: OpenCase) => each.categories.some((category) => voice.categories.includes(category))
  const near = (each: OpenCase) =>
    familyOf(each.intent, each.lowScore) === familyOf(voice.intent, voice.lowScore) &&
    Math.abs(voice.at - each.lastAt) <= RELATED_WITHIN
  const found = open.filter((each) => shares(each) || near(each))
  found.sort((a, b) => Number(shares(b)) - Number(shares(a)) || b.lastAt - a.lastAt)
  return found[0] ?? null
}
