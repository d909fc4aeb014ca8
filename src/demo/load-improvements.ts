/** The changes the brand made, with their frozen plans; the verdicts are computed from the voices, not told. */
import {
  createImprovement,
  decideDue,
  freezePlan,
  moveStage,
  publishImprovement,
} from '../modules/improvements/index.ts'
import { markSeen, tellVoices } from '../modules/outreach/index.ts'
import type { Db } from '../platform/db/db.ts'
import type { FreezePlan, Metric } from '../shared/contracts/improvements.ts'
import { HOUR, type Instant, plus } from '../shared/time/instant.ts'
import { hasImprovements } from './load.store.ts'
import type { Ground } from './load-ground.ts'
import type { DemoImprovement, DemoMetric, DemoPlan, Story } from './story-shape.ts'
import { productName } from './taxonomy.ts'

type Parts = {
  story: Story
  ground: Ground
  feedbackIds: ReadonlyMap<string, string>
  now: Instant
  publicUrl: string
}

export async function loadImprovements(db: Db, parts: Parts): Promise<void> {
  if (await hasImprovements(db)) return
  await db.transaction(async (tx) => {
    for (const improvement of parts.story.improvements) await loadOne(tx, improvement, parts)
  })
}

async function loadOne(db: Db, told: DemoImprovement, parts: Parts): Promise<void> {
  const { ground, feedbackIds, now } = parts
  const by = ground.people.get(told.owner)?.id ?? null
  const voices = told.voices.flatMap((source) => feedbackIds.get(source) ?? [])
  const { id } = await createImprovement(db, {
    title: told.title,
    problem: told.problem,
    cause: told.cause,
    solution: told.solution,
    severity: told.severity,
    effort: told.effortDays,
    cost: told.costYuan,
    benefit: told.benefitYuan,
    category: ground.categories.get(told.category) ?? null,
    owner: by,
    notice: told.notice ?? '',
    feedbackIds: voices,
    by,
    now: told.proposedAt,
  })
  const move = (stage: 'accepted' | 'building' | 'shipped', at: Instant, reason = '') =>
    moveStage(db, { improvementId: id, stage, reason, by, now: at })
  if (told.acceptedAt !== null) await move('accepted', told.acceptedAt)
  if (told.buildingAt !== null) await move('building', told.buildingAt)
  if (told.plan !== null && told.shippedAt !== null) {
    await freezePlan(db, { improvementId: id, plan: planOf(told.plan, ground), by, now: told.plan.frozenAt })
    await move('shipped', told.shippedAt)
    await tell(db, { improvementId: id, told, voices, at: told.shippedAt, publicUrl: parts.publicUrl })
    if (told.decidedAt !== null && told.decidedAt <= now) await decideDue(db, told.decidedAt)
  }
  if (told.did !== null)
    await publishImprovement(db, {
      improvementId: id,
      public: true,
      title: told.title,
      heard: told.heard,
      did: told.did,
      came: told.cameOfIt ?? '',
      by,
      now: told.shippedAt ?? told.proposedAt,
    })
}

type Shipped = {
  improvementId: string
  told: DemoImprovement
  voices: readonly string[]
  at: Instant
  publicUrl: string
}

/** Those who asked are told at once, and two of three have looked since. */
async function tell(db: Db, { improvementId, told, voices, at, publicUrl }: Shipped): Promise<void> {
  const { title, notice } = told
  await tellVoices(db, { improvementId, title, notice: notice ?? '', only: null, happenedAt: at, now: at, publicUrl })
  for (const [n, voice] of voices.entries()) if (n % 3 > 0) await markSeen(db, voice, plus(at, (2 + (n % 40)) * HOUR))
}

function planOf({ metric, better, before, after }: DemoPlan, ground: Ground): FreezePlan {
  const product = metric.product === null ? {} : { product: productName(metric.product) }
  return {
    metric: metricOf(metric, ground),
    filter: {
      ...product,
      ...(metric.kind === 'contacts-per-1000-orders' && { intent: metric.intent }),
      ...(metric.kind === 'mean-score' && surveyOf(metric.survey, ground)),
    },
    better,
    before,
    after,
    minimumVoices: 30,
    beforePicked: 'in-advance',
  }
}

const surveyOf = (key: Parameters<Ground['surveys']['get']>[0], ground: Ground): { survey: string } => ({
  survey: ground.surveys.get(key) ?? '',
})

function metricOf(metric: DemoMetric, ground: Ground): Metric {
  switch (metric.kind) {
    case 'contacts-per-1000-orders':
      return { kind: metric.kind, category: ground.categories.get(metric.category) ?? null }
    case 'mean-score':
      return { kind: metric.kind, score: metric.score }
    case 'share-choosing':
      return {
        kind: 'share-choosing-option',
        ...surveyOf(metric.survey, ground),
        question: metric.question,
        options: [...metric.options],
      }
  }
}
