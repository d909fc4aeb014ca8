import type { GramTable } from '../classifier/table.ts'
import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { LONGEST_READ, type Sentiment, type SentimentModel, sentimentOfNormalised } from '../sentiment/sentiment.ts'
import { type Intent, intentOfNormalised } from './intent.ts'
import { CALMING, URGENT_FORMS, URGENT_WORDS } from './urgency-cues.ts'

export const URGENCY_LEVELS = ['low', 'normal', 'high', 'critical'] as const
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number]

export const URGENCY_REASONS = [
  'safety',
  'injury',
  'health',
  'legal',
  'media',
  'money',
  'deadline',
  'repeated',
  'churn',
  'anger',
] as const
export type UrgencyReason = (typeof URGENCY_REASONS)[number]

/** How soon somebody should look, and why. */
export type Urgency = { level: UrgencyLevel; reasons: UrgencyReason[] }

const split = (words: string): string[] =>
  words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '))

const cues = phrasesOf<UrgencyReason | null>([
  ...URGENCY_REASONS.flatMap((reason) => split(URGENT_WORDS[reason] ?? '').map((word) => [word, reason] as const)),
  ...split(CALMING).map((word) => [word, null] as const),
])

const CRITICAL = new Set<UrgencyReason>(['safety', 'injury'])
const HIGH = new Set<UrgencyReason>(['health', 'legal', 'media', 'money', 'deadline', 'churn'])
const FURIOUS = -0.97
/** So glad nobody in danger is. */
const GLAD = 0.75
/** Whoever asks whether something could happen is in no danger. */
const ASKS = /(?:[吗嘛]|会不会|是不是|\?)\s*\??\s*$/u
/** Forms are looked for in so many units; an alarm is not raised on page ten. */
const FORMS_READ = 4_000

function reasonsIn(text: string): Set<UrgencyReason> {
  const found = new Set<UrgencyReason>()
  const calm: [number, number][] = []
  for (const { value, from, to } of findPhrases(cues, text)) {
    if (value === null) calm.push([from, to])
    else found.add(value)
  }
  const head = text.slice(0, FORMS_READ)
  for (const [reason, form] of URGENT_FORMS) {
    const at = found.has(reason) ? -1 : head.search(form)
    if (at >= 0 && !calm.some(([from, to]) => at >= from && at < to)) found.add(reason)
  }
  return found
}

/**
 * How soon a normalised text wants an answer. Danger and injury are critical unless the text is glad or only asks; health,
 * law, the public, money, a deadline and leaving are high; two weaker reasons together are high; praise is low.
 */
export function urgencyOfNormalised(text: string, sentiment: Sentiment, intent: Intent): Urgency {
  const found = reasonsIn(text)
  if (intent.label === 'churn') found.add('churn')
  if (sentiment.label === 'negative' && sentiment.score < FURIOUS && text.includes('!!')) found.add('anger')
  const reasons = URGENCY_REASONS.filter((reason) => found.has(reason))
  return { level: levelOf(reasons, sentiment, intent, ASKS.test(text.slice(-20))), reasons }
}

function levelOf(
  reasons: readonly UrgencyReason[],
  { label, score }: Sentiment,
  intent: Intent,
  asks: boolean,
): UrgencyLevel {
  const isGlad = label === 'positive' && (score > GLAD || intent.label === 'praise')
  if (reasons.some((reason) => CRITICAL.has(reason))) return isGlad || asks ? 'normal' : 'critical'
  const isGrave = reasons.some((reason) => HIGH.has(reason))
  if (isGrave && reasons.includes('health') && reasons.includes('legal')) return 'critical'
  if (isGrave || reasons.length >= 2) return isGlad ? 'normal' : 'high'
  if (intent.label === 'praise' || (intent.label === 'other' && label !== 'negative'))
    return reasons.length > 0 ? 'normal' : 'low'
  return intent.label === 'suggestion' && reasons.length === 0 ? 'low' : 'normal'
}

/** How soon somebody should look at a text, and why. */
export function urgencyOf(text: string, model: SentimentModel & { intents: GramTable }): Urgency {
  const { text: plain } = normalise(text, { limit: LONGEST_READ })
  const sentiment = sentimentOfNormalised(plain, { model })
  return urgencyOfNormalised(plain, sentiment, intentOfNormalised(plain, sentiment, model.intents))
}
