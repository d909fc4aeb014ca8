/** What a verification found, in plain words: the same sentence in the API, in the app and on the public page. */
import { formatNumber, formatPercent, formatScore } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import type { Speak, WordKey } from '../words/say.ts'

export type Unit = 'fraction' | 'points' | 'per-1000'
export type Counted = { n: number; value: number | null }

export type Found = {
  verdict: 'worked' | 'no-evidence' | 'worse' | 'too-few'
  unit: Unit
  before: Counted
  after: Counted
  effect: number | null
  interval: { low: number; high: number } | null
  missing: { before: number; after: number }
  reasons: readonly { code: string; facts: Readonly<Record<string, number>> }[]
}

const METRIC_WORDS = {
  'share-choosing-option': 'improvements.metric.share-choosing-option',
  'share-of-score': 'improvements.metric.share-of-score',
  'mean-score': 'improvements.metric.mean-score',
  'contacts-per-1000-orders': 'improvements.metric.contacts-per-1000-orders',
  'contacts-per-1000-customers': 'improvements.metric.contacts-per-1000-customers',
  'share-of-resolved-needs': 'improvements.metric.share-of-resolved-needs',
  'share-of-category': 'improvements.metric.share-of-category',
} as const satisfies Record<string, WordKey>

export type MetricKind = keyof typeof METRIC_WORDS

/** What a window must hold enough of. */
const COUNTED = {
  'share-choosing-option': 'improvements.counted.respondents',
  'share-of-score': 'improvements.counted.respondents',
  'mean-score': 'improvements.counted.respondents',
  'contacts-per-1000-orders': 'improvements.counted.orders',
  'contacts-per-1000-customers': 'improvements.counted.customers',
  'share-of-resolved-needs': 'improvements.counted.needs',
  'share-of-category': 'improvements.counted.feedback',
} as const satisfies Record<MetricKind, WordKey>

/** A kind of metric, in words. */
export const metricWord = (t: Speak, kind: MetricKind): string => t(METRIC_WORDS[kind])

const SCORE_WORDS = {
  nps: 'score.nps',
  csat: 'score.csat',
  ces: 'score.ces',
  rating: 'score.rating',
} as const satisfies Record<string, WordKey>

export type Measured = { kind: MetricKind; score?: keyof typeof SCORE_WORDS; from?: number; to?: number }

/** What one metric measures: which score, in which range. */
export function measuredWord(t: Speak, { kind, score, from = 0, to = 0 }: Measured): string {
  if (score === undefined) return metricWord(t, kind)
  const said = { score: t(SCORE_WORDS[score]), from: String(from), to: String(to) }
  return kind === 'mean-score' ? t('improvements.measured.mean', said) : t('improvements.measured.range', said)
}

/** A value in its unit: "12.3 %", "4.31", "8.2". */
export function valueWord(locale: Locale, unit: Unit, value: number | null): string {
  if (value === null) return '–'
  if (unit === 'fraction') return formatPercent(locale, value, 1)
  return decimals(locale, unit, value)
}

/** Numbers of one sentence have equally many digits: "+0.33 to +0.90". */
const decimals = (locale: Locale, unit: Unit, value: number): string =>
  formatScore(locale, value, null, unit === 'points' ? 2 : 1)

/** A difference with its sign; of shares in percentage points. */
export function effectWord(locale: Locale, unit: Unit, effect: number): string {
  const size = decimals(locale, unit, Math.abs(unit === 'fraction' ? effect * 100 : effect))
  const isZero = !/[1-9]/.test(size)
  return isZero ? formatNumber(locale, 0) : `${effect > 0 ? '+' : '−'}${size}`
}

/** The verdict with effect, interval and sample sizes, as one or two sentences. */
export function verdictSentence(t: Speak, locale: Locale, metric: Measured, found: Found): string {
  if (found.verdict === 'too-few') return tooFew(t, locale, metric.kind, found)
  const { unit, before, after, effect, interval } = found
  const said = {
    metric: measuredWord(t, metric),
    before: valueWord(locale, unit, before.value),
    after: valueWord(locale, unit, after.value),
    nBefore: formatNumber(locale, before.n),
    nAfter: formatNumber(locale, after.n),
  }
  if (effect === null || interval === null) return t('improvements.said.no-spread', said)
  const moved = {
    ...said,
    effect: effectWord(locale, unit, effect),
    low: effectWord(locale, unit, interval.low),
    high: effectWord(locale, unit, interval.high),
    unit: effectUnit(t, unit),
  }
  if (found.verdict === 'worked') return t('improvements.said.worked', moved)
  return found.verdict === 'worse' ? t('improvements.said.worse', moved) : t('improvements.said.no-evidence', moved)
}

/** What a difference is counted in. */
export function effectUnit(t: Speak, unit: Unit): string {
  if (unit === 'fraction') return t('improvements.unit.points-of-percent')
  return unit === 'points' ? t('improvements.unit.points') : t('improvements.unit.per-1000')
}

function tooFew(t: Speak, locale: Locale, kind: MetricKind, { before, after, missing, reasons }: Found): string {
  const counts = { nBefore: formatNumber(locale, before.n), nAfter: formatNumber(locale, after.n) }
  if (reasons.some(({ code }) => code === 'too-rare')) return t('improvements.said.too-rare', counts)
  const lacking = {
    ...counts,
    what: t(COUNTED[kind]),
    before: formatNumber(locale, missing.before),
    after: formatNumber(locale, missing.after),
  }
  if (missing.before > 0 && missing.after > 0) return t('improvements.said.too-few-both', lacking)
  return missing.before > 0
    ? t('improvements.said.too-few-before', lacking)
    : t('improvements.said.too-few-after', lacking)
}
