/** What became of the voices that asked for something: who answered, when, how, and where it stands now. */
import { DAY, HOUR, type Instant, MINUTE, plus } from '../shared/time/instant.ts'
import { type DemoCustomer, STAFF, type StaffKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { AGAIN, CUSTOMER_ANSWERS, STILL_NOT } from './replies/abroad.ts'
import { assigneeOf, topicOf } from './replies/index.ts'
import type { ReplyTopic } from './replies/reply-topic.ts'
import { dayOf } from './said.ts'
import { byDaylight, SHIPPED_ON, STORY_DAYS, type StoryCalendar } from './story-calendar.ts'
import type { CaseStage, CaseStep, DemoCase, Voice } from './story-shape.ts'

const PROMISE = 24 * HOUR
const RED_LINE = 72 * HOUR

const isLow = ({ kind, value }: Voice['scores'][number]): boolean =>
  value <= { nps: 3, csat: 2, ces: 2, rating: 2 }[kind]

/** Does it ask for something? A low score with a known customer does, even without words. */
export function asksForSomething(voice: Voice): boolean {
  if (voice.meant) return voice.meant.intent !== 'praise' && voice.meant.intent !== 'other'
  return voice.customerRef !== null && voice.scores.some(isLow)
}

/** Where a case stands, by the age of its voice in hours. The weights are those of a team that is good, not perfect. */
const STANDINGS: readonly { below: number; stages: Partial<Record<CaseStage | 'forgotten' | 'reopened', number>> }[] = [
  { below: 5, stages: { new: 1 } },
  { below: 14, stages: { new: 1, acknowledged: 4, working: 3 } },
  { below: 30, stages: { acknowledged: 4, working: 4, waiting: 2, resolved: 2 } },
  { below: 72, stages: { acknowledged: 1, working: 5, waiting: 4, resolved: 6, verified: 1 } },
  { below: 240, stages: { forgotten: 0.5, working: 1.4, waiting: 2, resolved: 6, verified: 5, reopened: 0.8 } },
  { below: 480, stages: { working: 0.3, waiting: 0.6, verified: 8, closed: 4, reopened: 0.5 } },
  { below: Number.POSITIVE_INFINITY, stages: { verified: 12, closed: 6, reopened: 0.25 } },
]

type Standing = CaseStage | 'forgotten' | 'reopened'

function standingAt(ageHours: number, chance: Chance): Standing {
  const { stages } = STANDINGS.find(({ below }) => ageHours < below) ?? { stages: { verified: 1 } }
  const keys = Object.keys(stages) as Standing[]
  return keys[chance.weighted(keys.map((key) => stages[key] ?? 0))] ?? 'verified'
}

/** How long the first answer took, in milliseconds. The team gets better from month to month; safety goes first. */
function replyDelay(day: number, safety: boolean, chance: Chance): number {
  if (safety) return (8 + 220 * chance.share() ** 2) * MINUTE
  const kept = 0.7 + (0.2 * day) / STORY_DAYS
  if (chance.happens(kept)) return (14 + 1200 * chance.share() ** 2.2) * MINUTE
  const beyond = chance.happens(0.22)
  return (beyond ? 73 + chance.share() * 50 : 25 + chance.share() * 44) * HOUR
}

type Scene = {
  voice: Voice
  topic: ReplyTopic
  assignee: StaffKey
  fill: (text: string) => string
  now: Instant
  chance: Chance
}

/** Fills in who is spoken to and who speaks; without a known name the greeting stands alone. */
function filling(
  voice: Voice,
  assignee: StaffKey,
  customers: ReadonlyMap<string, DemoCustomer>,
): (text: string) => string {
  const name = customers.get(voice.customerRef ?? '')?.name ?? ''
  const agent = STAFF.find(({ key }) => key === assignee)?.name ?? ''
  return (text) =>
    text
      .replace(name ? /^$/ : /^\{name\}，/, '')
      .replace(name ? /^$/ : / ?\{name\}/g, '')
      .replaceAll('{name}', name)
      .replaceAll('{agent}', agent)
      .replaceAll('{order}', voice.facts.orderNo ?? '')
}

/** The first answer: at its own time, yet before now where the case has gone beyond it. */
function firstReplyAt({ voice, now, chance }: Scene, day: number): Instant {
  const delay = replyDelay(day, voice.meant?.urgency === 'safety', chance)
  const wished = byDaylight(plus(voice.occurredAt, delay), chance)
  const late = wished - voice.occurredAt > PROMISE && delay <= PROMISE
  const at = late ? plus(voice.occurredAt, delay) : wished
  const latest = plus(voice.occurredAt, (now - voice.occurredAt) * 0.45)
  return at < latest ? at : latest
}

/** A moment after `from`, by daylight, and early enough to have happened by now. */
function laterThan(from: Instant, ms: number, { now, chance }: Scene): Instant {
  const wished = byDaylight(plus(from, ms), chance)
  const latest = plus(from, (now - from) * 0.5)
  return wished < latest ? wished : latest
}

function opening(scene: Scene): CaseStep[] {
  const { voice, assignee, topic, chance } = scene
  const acknowledged = plus(voice.occurredAt, chance.between(20, 90) * 1000)
  const assigned = plus(acknowledged, chance.between(1, 12) * MINUTE)
  const steps: CaseStep[] = [
    { kind: 'acknowledged', at: acknowledged },
    { kind: 'assigned', at: assigned, to: assignee },
  ]
  if (topic.notes.length > 0 && chance.happens(0.3)) {
    steps.push({
      kind: 'note',
      at: plus(assigned, chance.between(20, 90) * 1000),
      by: assignee,
      text: chance.pick(topic.notes),
    })
  }
  return steps
}

function answering(scene: Scene, day: number): CaseStep[] {
  const { assignee, topic, fill, chance } = scene
  const at = firstReplyAt(scene, day)
  const steps: CaseStep[] = [{ kind: 'reply', at, by: assignee, text: fill(chance.pick(topic.first)) }]
  if (scene.voice.language === 'zh-CN' && chance.happens(0.35)) {
    const answeredAt = laterThan(at, chance.between(20, 400) * MINUTE, scene)
    steps.push({ kind: 'customer', at: answeredAt, text: chance.pick(CUSTOMER_ANSWERS) })
  }
  return steps
}

const lastAt = (steps: readonly CaseStep[], otherwise: Instant): Instant => steps.at(-1)?.at ?? otherwise

function resolving(scene: Scene, after: Instant): CaseStep {
  const { assignee, topic, fill, chance } = scene
  const quick = chance.happens(0.68)
  const at = laterThan(after, quick ? chance.between(40, 900) * MINUTE : chance.between(20, 100) * HOUR, scene)
  const { outcome, note } = chance.pick(topic.resolved)
  return { kind: 'resolved', at, by: assignee, outcome, note: fill(note) }
}

function asking(scene: Scene, after: Instant): CaseStep[] {
  const { assignee, topic, fill, chance } = scene
  const at = laterThan(after, chance.between(5, 40) * MINUTE, scene)
  const question = topic.ask.length > 0 ? chance.pick(topic.ask) : null
  const said: CaseStep[] = question === null ? [] : [{ kind: 'reply', at, by: assignee, text: fill(question) }]
  return [...said, { kind: 'waiting', at: plus(at, 1000), by: assignee }]
}

function reopening(scene: Scene, after: Instant): CaseStep[] {
  const { assignee, voice, chance } = scene
  const no = laterThan(after, chance.between(3, 50) * HOUR, scene)
  const said = voice.language === 'en' ? 'It is still the same, sorry.' : chance.pick(STILL_NOT)
  const again =
    voice.language === 'en'
      ? 'Thank you for telling me. The case is open again and still mine; you will hear from me tomorrow by 12:00.'
      : chance.pick(AGAIN)
  return [
    { kind: 'satisfaction', at: no, said: 'no' },
    { kind: 'customer', at: plus(no, 30_000), text: said },
    { kind: 'reply', at: laterThan(no, chance.between(15, 200) * MINUTE, scene), by: assignee, text: again },
  ]
}

function stepsFor(standing: Standing, scene: Scene, day: number): CaseStep[] {
  const { voice, chance } = scene
  if (standing === 'new') return []
  const steps = opening(scene)
  if (standing === 'acknowledged' || standing === 'forgotten') return steps
  steps.push(...answering(scene, day))
  if (standing === 'working') return steps
  if (standing === 'waiting') return [...steps, ...asking(scene, lastAt(steps, voice.occurredAt))]
  steps.push(resolving(scene, lastAt(steps, voice.occurredAt)))
  const resolvedAt = lastAt(steps, voice.occurredAt)
  if (standing === 'verified') {
    // One in eight needed a second go before the customer said yes.
    if (chance.happens(0.12)) {
      steps.push(...reopening(scene, resolvedAt))
      steps.push(resolving(scene, lastAt(steps, resolvedAt)))
    }
    const yesAt = laterThan(lastAt(steps, resolvedAt), chance.between(1, 60) * HOUR, scene)
    return [...steps, { kind: 'satisfaction', at: yesAt, said: 'yes' }]
  }
  if (standing === 'closed') {
    const silentUntil = plus(resolvedAt, 7 * DAY)
    return silentUntil < scene.now ? [...steps, { kind: 'closed', at: silentUntil }] : steps
  }
  return standing === 'reopened' ? [...steps, ...reopening(scene, resolvedAt)] : steps
}

/** The stage that the steps lead to. */
function stageAfter(steps: readonly CaseStep[]): CaseStage {
  let stage: CaseStage = 'new'
  for (const step of steps) {
    if (step.kind === 'acknowledged') stage = 'acknowledged'
    else if (step.kind === 'reply') stage = 'working'
    else if (step.kind === 'waiting') stage = 'waiting'
    else if (step.kind === 'resolved') stage = 'resolved'
    else if (step.kind === 'satisfaction') stage = step.said === 'yes' ? 'verified' : 'working'
    else if (step.kind === 'closed') stage = 'closed'
  }
  return stage
}

function promiseOf(voice: Voice, firstReply: Instant | null, now: Instant): DemoCase['promise'] {
  const took = (firstReply ?? now) - voice.occurredAt
  if (took > RED_LINE) return 'past-72h'
  if (took > PROMISE) return 'broken'
  return firstReply === null ? 'open' : 'kept'
}

function caseOf(scene: Scene, calendar: StoryCalendar): DemoCase {
  const { voice, now, chance } = scene
  const standing = standingAt((now - voice.occurredAt) / HOUR, chance)
  const steps = stepsFor(standing, scene, dayOf(voice.occurredAt, calendar))
  const firstReply = steps.find(({ kind }) => kind === 'reply')?.at ?? null
  const checks = steps.filter((step) => step.kind === 'satisfaction')
  return {
    sourceId: voice.sourceId,
    openedAt: voice.occurredAt,
    assignee: standing === 'new' ? null : scene.assignee,
    promise: promiseOf(voice, firstReply, now),
    firstReplyAfter: firstReply === null ? null : Math.round((firstReply - voice.occurredAt) / MINUTE),
    satisfaction: checks.at(-1)?.said ?? null,
    stage: stageAfter(steps),
    steps,
  }
}

/** Is this voice's handling told? All of the last ten days, most before, some thanks, one low score in five. */
function isTold(voice: Voice, now: Instant, chance: Chance): boolean {
  const roll = chance.share()
  if (voice.meant?.intent === 'praise') return roll < 0.12 && voice.customerRef !== null
  if (!asksForSomething(voice)) return false
  if (voice.meant === null) return roll < 0.2
  return now - voice.occurredAt < 10 * DAY || roll < 0.85
}

/** The scripted cases, in order of opening. */
export function buildCases(
  voices: readonly Voice[],
  customers: readonly DemoCustomer[],
  calendar: StoryCalendar,
  chance: Chance,
): DemoCase[] {
  const byRef = new Map(customers.map((customer) => [customer.ref, customer]))
  const { now } = calendar
  return voices
    .filter((voice) => isTold(voice, now, chance))
    .map((voice) => {
      const repaired = voice.occurredAt >= calendar.startOf(SHIPPED_ON.dock)
      const assignee = assigneeOf(voice)
      const topic = topicOf(voice, repaired)
      return caseOf({ voice, topic, assignee, fill: filling(voice, assignee, byRef), now, chance }, calendar)
    })
}
