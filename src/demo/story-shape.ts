import type { Instant } from '../shared/time/instant.ts'
import type { BRANCHES, DemoCustomer, StaffKey, StaffMember, TEAMS } from './cast.ts'
import type { CategoryNote, Product } from './taxonomy.ts'
import type { ReplyTemplate, SurveyDefinition, SurveyKey } from './templates.ts'
import type {
  Arc,
  CategoryKey,
  DemoChannel,
  DemoIntent,
  DemoLanguage,
  DemoSentiment,
  ProductKey,
} from './texts/text-group.ts'

export type DemoScore = {
  kind: 'nps' | 'csat' | 'ces' | 'rating'
  value: number
  /** Only with `rating`. */
  scale?: { min: number; max: number }
}

/** What the writer of a voice had in mind; a yardstick for the engine and the seed of staff corrections. */
export type Meant = {
  category: CategoryKey
  intent: DemoIntent
  sentiment: DemoSentiment
  urgency: 'low' | 'normal' | 'high' | 'safety'
  arc: Arc
}

export type Voice = {
  /** 'demo-000123'; a text keeps it whatever `now` is. */
  sourceId: string
  channel: DemoChannel
  occurredAt: Instant
  text: string | null
  subject: string | null
  scores: readonly DemoScore[]
  customerRef: string | null
  language: DemoLanguage | null
  /** product, productName, version, batch, branch, orderNo, city: those that are known. */
  facts: Readonly<Record<string, string>>
  survey: { key: SurveyKey; answers: Readonly<Record<string, string>> } | null
  meant: Meant | null
}

export type OrderDay = {
  /** 'YYYY-MM-DD' in the brand's time zone. */
  day: string
  product: ProductKey
  count: number
}

export type CaseStage = 'new' | 'acknowledged' | 'working' | 'waiting' | 'resolved' | 'verified' | 'closed'

/** What happened to a case, in order of time; the loader plays it through the product's own actions. */
export type CaseStep =
  | { kind: 'acknowledged'; at: Instant }
  | { kind: 'assigned'; at: Instant; to: StaffKey }
  | { kind: 'note'; at: Instant; by: StaffKey; text: string }
  | { kind: 'reply'; at: Instant; by: StaffKey; text: string }
  | { kind: 'customer'; at: Instant; text: string }
  | { kind: 'waiting'; at: Instant; by: StaffKey }
  | { kind: 'resolved'; at: Instant; by: StaffKey; outcome: 'resolved' | 'explained' | 'no-action'; note: string }
  | { kind: 'satisfaction'; at: Instant; said: 'yes' | 'no' }
  | { kind: 'closed'; at: Instant }

export type DemoCase = {
  sourceId: string
  openedAt: Instant
  assignee: StaffKey | null
  /** The promise of a first answer within 24 h; 'past-72h' is broken beyond the red line, answered since or not. */
  promise: 'open' | 'kept' | 'broken' | 'past-72h'
  /** Minutes from the voice to the first human answer; null while there is none. */
  firstReplyAfter: number | null
  satisfaction: 'yes' | 'no' | null
  stage: CaseStage
  steps: readonly CaseStep[]
}

/** [from, to) */
export type Window = { from: Instant; to: Instant }

export type DemoMetric =
  | { kind: 'contacts-per-1000-orders'; category: CategoryKey; intent: DemoIntent; product: ProductKey | null }
  | { kind: 'mean-score'; survey: SurveyKey; score: 'csat' | 'ces'; product: ProductKey | null }
  | {
      kind: 'share-choosing'
      survey: SurveyKey
      question: string
      options: readonly string[]
      product: ProductKey | null
    }

export type DemoPlan = {
  frozenAt: Instant
  metric: DemoMetric
  /** Which way is better. */
  better: 'lower' | 'higher'
  before: Window
  after: Window
  /** What the data of the story must lead to; 'open' while its last window runs. */
  expected: 'worked' | 'no-evidence' | 'open'
}

export type DemoImprovement = {
  key: string
  title: string
  problem: string
  cause: string
  owner: StaffKey
  /** 1 a nuisance … 5 someone may come to harm */
  severity: 1 | 2 | 3 | 4 | 5
  effortDays: number
  costYuan: number
  /** What it is expected to bring in a year. */
  benefitYuan: number
  category: CategoryKey
  /** What is to be done, and what it should lead to. */
  solution: string
  stage: 'proposed' | 'accepted' | 'building' | 'shipped' | 'verified' | 'not-verified'
  /** True when the check failed and the work was taken up again. */
  reopenedAt: Instant | null
  proposedAt: Instant
  acceptedAt: Instant | null
  buildingAt: Instant | null
  shippedAt: Instant | null
  decidedAt: Instant | null
  plan: DemoPlan | null
  /** Voices it answers, by source id. */
  voices: readonly string[]
  /** 你之前说…，我们做了…; null until shipped. */
  notice: string | null
  /** For the public page. */
  heard: string
  did: string | null
  cameOfIt: string | null
}

export type Story = {
  brand: { name: string; latinName: string; slug: string; timeZone: string; colour: string }
  startsAt: Instant
  endsAt: Instant
  teams: typeof TEAMS
  staff: readonly StaffMember[]
  branches: typeof BRANCHES
  products: readonly Product[]
  taxonomy: readonly CategoryNote[]
  templates: readonly ReplyTemplate[]
  surveys: readonly SurveyDefinition[]
  customers: readonly DemoCustomer[]
  /** In order of time. */
  voices: readonly Voice[]
  orders: readonly OrderDay[]
  cases: readonly DemoCase[]
  improvements: readonly DemoImprovement[]
}
