import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'

/** What is known of a voice when promises are made and a team is sought. */
export type Heard = {
  intent: Intent
  sentiment: Sentiment
  urgency: Urgency
  /** NPS 0–6, CSAT 1–2 and the like. */
  lowScore: boolean
  /** The customer asked to be called. */
  wantsCall: boolean
  channel: Channel
  tier: string | null
  /** Keys of the categories found, each with those above it. */
  categories: readonly string[]
  /** BCP 47; null when unknown. */
  language: string | null
}

/** Lists are "one of"; several conditions must all hold; what is left out does not matter. */
export type Condition = {
  /** Negative in any way: sentiment, intent (complaint, churn) or a low score. */
  negative?: boolean | undefined
  wantsCall?: boolean | undefined
  intents?: readonly Intent[] | undefined
  sentiments?: readonly Sentiment[] | undefined
  urgencies?: readonly Urgency[] | undefined
  channels?: readonly Channel[] | undefined
  tiers?: readonly string[] | undefined
  categories?: readonly string[] | undefined
  languages?: readonly string[] | undefined
}

/** Unhappy by what they said, wanted or gave. */
export const isNegative = (heard: Pick<Heard, 'lowScore' | 'sentiment' | 'intent'>): boolean =>
  heard.lowScore || heard.sentiment === 'negative' || heard.intent === 'complaint' || heard.intent === 'churn'

/** True when every condition that is given holds. */
export function applies(when: Condition, heard: Heard): boolean {
  const oneOf = (list: readonly string[] | undefined, ...values: (string | null)[]) =>
    list === undefined || values.some((value) => value !== null && list.includes(value))
  return (
    (when.negative === undefined || when.negative === isNegative(heard)) &&
    (when.wantsCall === undefined || when.wantsCall === heard.wantsCall) &&
    oneOf(when.intents, heard.intent) &&
    oneOf(when.sentiments, heard.sentiment) &&
    oneOf(when.urgencies, heard.urgency) &&
    oneOf(when.channels, heard.channel) &&
    oneOf(when.tiers, heard.tier) &&
    oneOf(when.categories, ...heard.categories) &&
    oneOf(when.languages, ...broader(heard.language))
  )
}

/** `zh-Hant-TW` is also `zh-Hant` and `zh`. */
function broader(language: string | null): string[] {
  const parts = language === null ? [] : language.split('-')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
}
