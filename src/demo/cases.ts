/** What became of the voices that asked for something: who answered, when, how, and where it stands now. */
import { DAY, HOUR, type Instant, MINUTE, plus } from '../shared/time/instant.ts'
import { type DemoCustomer, STAFF, type StaffKey } from './cast.ts'
import type { Chance } from './chance.ts'
import { assigneeOf, topicOf } from './replies/all-replies.ts'
import { AGAIN, CUSTOMER_ANSWERS, STILL_NOT } from './replies/conversation.ts'
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
const STANDINGS: readonly { below: number; stages: Partial<Record<CaseStage | 'reopened', number>> }[] = [
  { below: 7, stages: { new: 3, acknowledged: 1 } },
  { below: 14, stages: { new: 1, acknowledged: 4, working: 3 } },
  { below: 30, stages: { acknowledged: 3, working: 4, waiting: 2, resolved: 3 } },
  { below: 72, stages: { acknowledged: 1, working: 4, waiting: 3, resolved: 6, verified: 2 } },
  { below: 144, stages: { working: 1.5, waiting: 3, resolved: 6, verified: 6, reopened: 0.8 } },
  { below: 240, stages: { waiting: 2, resolved: 5, verified: 8 } },
  { below: 480, stages: { waiting: 0.5, verified: 8, closed: 4 } },
  { below: Number.POSITIVE_INFINITY, stages: { verified: 12, closed: 6 } },
]

type Standing = CaseStage | 'forgotten' | 'reopened'

function standingAt(ageHours: number, chance: Chance): Standing {
  const found = STANDINGS.find(({ below }) => ageHours < below)
  const weighed = Object.entries(found?.stages ?? {}) as [Standing, number][]
  return weighed[chance.weighted(weighed.map(([, weight]) => weight))]?.[0] ?? 'verified'
}

/** How long the first answer took, in milliseconds. The team gets better from month to month; safety goes first. */
function replyDelay(day: number, safety: boolean, chance: Chance): number {
  if (safety) return Math.round(8 + 220 * chance.share() ** 2) * MINUTE
  const kept = 0.7 + (0.2 * day) / STORY_DAYS
  if (chance.happens(kept)) return Math.round(14 + 1200 * chance.share() ** 2.2) * MINUTE
  const beyond = chance.happens(0.22)
  return (beyond ? chance.between(73 * 60, 123 * 60) : chance.between(25 * 60, 69 * 60)) * MINUTE
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
  const addressed = (text: string): string =>
    name === '' ? text.replace(/^\{name\}，/, '').replace(/ ?\{name\}/g, '') : text.replaceAll('{name}', name)
  return (text) =>
    addressed(text)
      .replaceAll('{agent}', agent)
      .replaceAll('{order}', voice.facts.orderNo ?? '')
}

/** The first answer: at its own time, yet before now where the case has gone beyond it. */
function firstReplyAt({ voice, now, chance }: Scene, opened: Instant, day: number): Instant {
  const delay = replyDelay(day, voice.meant?.urgency === 'safety', chance)
  const wished = byDaylight(plus(voice.occurredAt, delay), chance)
  const late = wished - voice.occurredAt > PROMISE && delay <= PROMISE
  const at = late ? plus(voice.occurredAt, delay) : wished
  const latest = plus(voice.occurredAt, Math.floor((now - voice.occurredAt) * 0.45))
  return Math.max(Math.min(at, latest), plus(opened, 2 * MINUTE)) as Instant
}

/** A moment after `from`, by daylight, and early enough to have happened by now. */
function laterThan(from: Instant, ms: number, { now, chance }: Scene): Instant {
  const wished = byDaylight(plus(from, ms), chance)
  const latest = plus(from, Math.ceil((now - from) * 0.5))
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

/** Words that answer what was said come before words that fit anything. */
function chosenFirst({ voice, topic, chance }: Scene): string {
  const said = voice.text ?? ''
  const fitting = topic.first.flatMap((reply) =>
    typeof reply !== 'string' && reply.fits.test(said) ? [reply.text] : [],
  )
  const general = topic.first.filter((reply) => typeof reply === 'string')
  return chance.pick(fitting.length > 0 && chance.happens(0.85) ? fitting : general)
}

function answering(scene: Scene, opened: Instant, day: number): CaseStep[] {
  const { assignee, fill, chance } = scene
  const at = firstReplyAt(scene, opened, day)
  const steps: CaseStep[] = [{ kind: 'reply', at, by: assignee, text: fill(chosenFirst(scene)) }]
  if (scene.voice.language === 'zh-CN' && chance.happens(0.35)) {
    const answeredAt = laterThan(at, chance.between(20, 400) * MINUTE, scene)
    steps.push({ kind: 'customer', at: answeredAt, text: chance.pick(CUSTOMER_ANSWERS) })
  }
  return steps
}

const lastAt = (steps: readonly CaseStep[], otherwise: Instant): Instant => steps.at(-1)?.at ?? otherwise

/** `not` is what was tried before and did not help. */
function resolving(scene: Scene, after: Instant, not = ''): CaseStep & { kind: 'resolved' } {
  const { assignee, topic, fill, chance } = scene
  const quick = chance.happens(0.68)
  const at = laterThan(after, quick ? chance.between(40, 900) * MINUTE : chance.between(20, 100) * HOUR, scene)
  const other = topic.resolved.filter(({ note }) => fill(note) !== not)
  const { outcome, note } = chance.pick(other.length > 0 ? other : topic.resolved)
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
  const told = plus(no, 30_000)
  const said = voice.language === 'en' ? 'It is still the same, sorry.' : chance.pick(STILL_NOT)
  const again =
    voice.language === 'en'
      ? 'Thank you for telling me. The case is open again and still mine; you will hear from me tomorrow by 12:00.'
      : chance.pick(AGAIN)
  return [
    { kind: 'satisfaction', at: no, said: 'no' },
    { kind: 'customer', at: told, text: said },
    { kind: 'reply', at: laterThan(told, chance.between(15, 200) * MINUTE, scene), by: assignee, text: again },
  ]
}

function stepsFor(standing: Standing, scene: Scene, day: number): CaseStep[] {
  const { voice, chance } = scene
  if (standing === 'new') return []
  const steps = opening(scene)
  if (standing === 'acknowledged' || standing === 'forgotten') return steps
  steps.push(...answering(scene, lastAt(steps, voice.occurredAt), day))
  if (standing === 'working') return steps
  if (standing === 'waiting') return [...steps, ...asking(scene, lastAt(steps, voice.occurredAt))]
  const resolution = resolving(scene, lastAt(steps, voice.occurredAt))
  steps.push(resolution)
  const resolvedAt = resolution.at
  if (standing === 'verified') {
    // One in eight needed a second go before the customer said yes.
    if (chance.happens(0.12)) {
      steps.push(...reopening(scene, resolvedAt))
      steps.push(resolving(scene, lastAt(steps, resolvedAt), resolution.note))
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

function caseOf(scene: Scene, calendar: StoryCalendar, isForgotten: boolean): DemoCase {
  const { voice, now, chance } = scene
  const stands = isForgotten ? 'forgotten' : standingAt((now - voice.occurredAt) / HOUR, chance)
  // Where there is nothing to ask, nobody waits for the customer.
  const standing = stands === 'waiting' && scene.topic.ask.length === 0 ? 'resolved' : stands
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

/** Is this voice's handling told? All of the last ten days, most before, some thanks, one low score in five, more of the newest. */
function isTold(voice: Voice, now: Instant, chance: Chance): boolean {
  const roll = chance.share()
  if (voice.meant?.intent === 'praise') return roll < 0.12 && voice.customerRef !== null
  if (!asksForSomething(voice)) return false
  if (voice.meant === null) return roll < (now - voice.occurredAt < 5 * DAY ? 0.8 : 0.2)
  return now - voice.occurredAt < 10 * DAY || roll < 0.85
}

/** The one voice nobody has answered beyond the red line: the youngest of those that are old enough. */
function forgottenOne(told: readonly Voice[], now: Instant): Voice | undefined {
  const beyond = (voice: Voice) => now - voice.occurredAt > RED_LINE + HOUR
  return told.findLast((voice) => beyond(voice) && asksForSomething(voice) && voice.meant?.urgency === 'normal')
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
  const told = voices.filter((voice) => isTold(voice, now, chance))
  const forgotten = forgottenOne(told, now)
  return told.map((voice) => {
    const isAfter = (day: number): boolean => voice.occurredAt >= calendar.startOf(day)
    const assignee = assigneeOf(voice)
    const topic = topicOf(voice, { dock: isAfter(SHIPPED_ON.dock), appointment: isAfter(SHIPPED_ON.appointment) })
    const scene = { voice, topic, assignee, fill: filling(voice, assignee, byRef), now, chance }
    return caseOf(scene, calendar, voice === forgotten)
  })
}
