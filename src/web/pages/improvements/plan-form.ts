import type { Channel, Intent } from '../../../shared/contracts/values.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type Days, firstWindows, windowOf } from './days.ts'
import type { MetricInput, Plan } from './improvements.ts'

export type Kind = MetricInput['kind']
export type Score = 'nps' | 'csat' | 'ces' | 'rating'

/** What is being filled in; a plan only once nothing is missing. */
export type PlanForm = {
  kind: Kind
  survey: string | null
  question: string | null
  options: readonly string[]
  score: Score
  from: number
  to: number
  category: string | null
  channel: Channel | null
  product: string | null
  intent: Intent | null
  better: 'higher' | 'lower'
  before: Days
  after: Days
  minimum: number
  hopedFor: number | null
  worst: boolean
}

/** Sound denominators first; the one that moves comes last. */
export const KINDS = [
  'contacts-per-1000-orders',
  'contacts-per-1000-customers',
  'share-choosing-option',
  'share-of-score',
  'mean-score',
  'share-of-resolved-needs',
  'share-of-category',
] as const satisfies readonly Kind[]

const LOWER: readonly Kind[] = [
  'contacts-per-1000-orders',
  'contacts-per-1000-customers',
  'share-choosing-option',
  'share-of-category',
]

/** Which way is usually better; a person confirms it. */
export const usuallyBetter = (kind: Kind): PlanForm['better'] => (LOWER.includes(kind) ? 'lower' : 'higher')

const UNITS = {
  'share-choosing-option': 'fraction',
  'share-of-score': 'fraction',
  'mean-score': 'points',
  'contacts-per-1000-orders': 'per-1000',
  'contacts-per-1000-customers': 'per-1000',
  'share-of-resolved-needs': 'fraction',
  'share-of-category': 'fraction',
} as const satisfies Record<Kind, string>

export const unitOf = (kind: Kind) => UNITS[kind]

const TOP: Record<Score, readonly [number, number]> = { nps: [9, 10], csat: [4, 5], ces: [5, 7], rating: [4, 5] }

/** The range people usually call good. */
export const goodRange = (score: Score): { from: number; to: number } => ({ from: TOP[score][0], to: TOP[score][1] })

export function firstForm(now: Instant, zone: string, category: string | null): PlanForm {
  const kind = 'contacts-per-1000-orders'
  return {
    kind,
    survey: null,
    question: null,
    options: [],
    score: 'csat',
    ...goodRange('csat'),
    category,
    channel: null,
    product: null,
    intent: null,
    better: usuallyBetter(kind),
    ...firstWindows(now, zone),
    minimum: 30,
    hopedFor: null,
    worst: false,
  }
}

function metricOf(form: PlanForm): MetricInput | null {
  const { kind, survey, question, options, score, from, to, category } = form
  if (kind === 'share-choosing-option') {
    return survey === null || question === null || options.length === 0
      ? null
      : { kind, survey, question, options: [...options] }
  }
  if (kind === 'share-of-score') return { kind, score, from, to }
  if (kind === 'mean-score') return { kind, score }
  if (kind === 'share-of-category') return category === null ? null : { kind, category }
  return { kind, category }
}

/** Whether answers of one survey only may be asked for. */
export const takesSurvey = (kind: Kind): boolean => kind === 'share-of-score' || kind === 'mean-score'

/** The plan as the API takes it; null while something is missing. */
export function planOf(form: PlanForm, zone: string): Plan | null {
  const metric = metricOf(form)
  const before = windowOf(form.before, zone)
  const after = windowOf(form.after, zone)
  if (metric === null || before === null || after === null) return null
  const { channel, product, intent, survey, kind, better, minimum, hopedFor, worst } = form
  return {
    metric,
    filter: {
      ...(channel !== null && { channel }),
      ...(product !== null && { product }),
      ...(intent !== null && { intent }),
      ...(survey !== null && takesSurvey(kind) && { survey }),
    },
    better,
    before,
    after,
    minimumVoices: minimum,
    ...(hopedFor !== null && hopedFor > 0 && { hopedFor }),
    beforePicked: worst ? 'worst' : 'in-advance',
  }
}
