/** Puts a customer, facts and scores to what was said, and adds the voices that are scores only. */
import { BRANCHES, type DemoCustomer, SIGNERS } from './cast.ts'
import type { Chance } from './chance.ts'
import { dayOf, everythingSaid, type Said } from './said.ts'
import { SCORE_STREAMS, type ScoreStream } from './scored.ts'
import { SHIPPED_ON, STORY_DAYS, type StoryCalendar } from './story-calendar.ts'
import type { DemoScore, Voice } from './story-shape.ts'
import { PRODUCTS } from './taxonomy.ts'
import type { SurveyKey } from './templates.ts'
import type { Arc, DemoChannel, ProductKey } from './texts/text-group.ts'

/** All voices of the story, with and without words. */
export const VOICES = 3000

/** How often nobody knows who spoke; elsewhere the speaker is known. */
const NAMELESS: Partial<Record<DemoChannel, number>> = {
  paper: 0.7,
  counter: 0.3,
  social: 0.5,
  forum: 0.8,
  review: 0.75,
  survey: 0.12,
  widget: 0.3,
  web: 0.25,
  gathering: 0.6,
  import: 0.5,
  api: 1,
  other: 0.8,
  call: 0.05,
}

const reachable = (customer: DemoCustomer, channel: DemoChannel): boolean => {
  if (channel === 'email') return customer.email !== null
  if (channel === 'call' || channel === 'sms') return customer.phone !== null
  if (channel === 'wechat' || channel === 'wecom') return customer.wechat !== null
  if (channel === 'counter' || channel === 'paper' || channel === 'gathering') return customer.branch !== null
  return true
}

/** Who may speak in which tongue on which channel; made once, because it is asked three thousand times. */
function speakers(customers: readonly DemoCustomer[]) {
  const pools = new Map<string, DemoCustomer[]>()
  return (language: string, channel: DemoChannel, chance: Chance): DemoCustomer | null => {
    const key = `${language} ${channel}`
    const pool =
      pools.get(key) ?? customers.slice(SIGNERS).filter((one) => one.language === language && reachable(one, channel))
    pools.set(key, pool)
    // Some speak often, most once or twice.
    return pool[Math.floor(pool.length * chance.share() ** 1.3)] ?? null
  }
}

/** A few never update; those who speak of the repair have. */
function versionOf(product: ProductKey, day: number, updated: boolean, chance: Chance): string | null {
  if (product === 'robot-vacuum')
    return day < SHIPPED_ON.dock || (!updated && chance.happens(0.08)) ? '固件 2.3.1' : '固件 2.4.0'
  if (product === 'app') return day < 60 ? '5.6.2' : day < 130 ? '5.7.0' : '5.8.1'
  return null
}

type Known = {
  product: ProductKey | null
  day: number
  arc: Arc | null
  channel: DemoChannel
  customer: DemoCustomer | null
}

function factsOf(
  { product: key, day, arc, channel, customer }: Known,
  calendar: StoryCalendar,
  chance: Chance,
): Record<string, string> {
  const facts: Record<string, string> = {}
  const product = PRODUCTS.find((one) => one.key === key)
  if (product) {
    facts.product = product.key
    facts.productName = product.name
    const version = versionOf(product.key, day, arc === 'dock', chance)
    if (version !== null) facts.version = version
    if (product.batches.length > 0)
      facts.batch = arc === 'coating' && chance.happens(0.85) ? 'R3-F08' : chance.pick(product.batches)
    if (product.key !== 'app' && customer) facts.orderNo = orderNumber(calendar, day, arc, chance)
  }
  const branch = BRANCHES.find((one) => one.key === customer?.branch)
  const atCounter = channel === 'counter' || channel === 'paper' || channel === 'gathering'
  if (atCounter || branch) facts.branch = (branch ?? chance.pick(BRANCHES)).name
  if (customer) facts.city = customer.city
  return facts
}

/** The order came some days before the voice; the coating needs months to come off. */
function orderNumber(calendar: StoryCalendar, day: number, arc: Arc | null, chance: Chance): string {
  const bought = day - (arc === 'coating' ? chance.between(110, 190) : chance.between(2, 90))
  const date = calendar.dateOf(bought).replaceAll('-', '').slice(2)
  return `HX${date}-${String(chance.between(1, 99_999)).padStart(5, '0')}`
}

/** The survey whose last question a written answer belongs to. */
function surveyFor(said: Said): SurveyKey {
  const area = said.meant.category.slice(0, said.meant.category.indexOf('.'))
  if (area === 'logistics' || said.meant.category === 'service.install') return 'csat-delivery'
  if (area === 'service') return 'ces-service'
  return 'nps-quarterly'
}

/** Stars or points that a writer names; the score must not say otherwise. */
function namedPoints(text: string): number | null {
  const points = /打(\d{1,2})分/.exec(text)?.[1]
  if (points !== undefined) return Number(points)
  const stars = /改成([一二两三四五])星|^([一二两三四五])星/.exec(text)
  const found = stars?.[1] ?? stars?.[2]
  return found === undefined ? null : ({ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }[found] ?? null)
}

function scoreOf(said: Said, survey: SurveyKey | null, chance: Chance): DemoScore[] {
  const named = namedPoints(said.text)
  const feel = said.meant.sentiment
  const within = (bad: [number, number], plain: [number, number], good: [number, number]): number =>
    named ?? chance.between(...{ negative: bad, neutral: plain, positive: good }[feel])
  if (survey === 'nps-quarterly') return [{ kind: 'nps', value: within([0, 5], [6, 8], [9, 10]) }]
  if (survey === 'csat-delivery') return [{ kind: 'csat', value: within([1, 2], [3, 4], [5, 5]) }]
  if (survey === 'ces-service') return [{ kind: 'ces', value: within([1, 3], [4, 5], [6, 7]) }]
  if (said.channel === 'review')
    return [{ kind: 'rating', value: within([1, 2], [3, 4], [5, 5]), scale: { min: 1, max: 5 } }]
  if (said.channel === 'sms' && chance.happens(0.6)) return [{ kind: 'csat', value: within([1, 2], [3, 4], [5, 5]) }]
  return []
}

const sourceId = (index: number): string => `demo-${String(index + 1).padStart(6, '0')}`

function spokenVoices(customers: readonly DemoCustomer[], calendar: StoryCalendar, chance: Chance): Voice[] {
  const speaker = speakers(customers)
  const signed = customers.slice(0, SIGNERS)
  return everythingSaid(calendar, chance).map((said, index) => {
    const writer = signed.find(({ name }) => said.text.includes(name) && said.channel === 'email')
    const nameless = chance.happens(NAMELESS[said.channel] ?? 0)
    const someone = speaker(said.language, said.channel, chance)
    const customer = writer ?? (nameless ? null : someone)
    const day = dayOf(said.occurredAt, calendar)
    const facts = factsOf(
      { product: said.product, day, arc: said.meant.arc, channel: said.channel, customer },
      calendar,
      chance,
    )
    const order = facts.orderNo ?? orderNumber(calendar, day, said.meant.arc, chance)
    const survey = said.channel === 'survey' ? surveyFor(said) : null
    return {
      sourceId: sourceId(index),
      channel: said.channel,
      occurredAt: said.occurredAt,
      text: said.text.replaceAll('{order}', order),
      subject: said.subject,
      scores: scoreOf(said, survey, chance),
      customerRef: customer?.ref ?? null,
      language: said.language,
      facts,
      survey: survey === null ? null : { key: survey, answers: {} },
      meant: said.meant,
    }
  })
}

/** Steps of the golden ratio fall evenly on [0, 1) however many are taken. */
const evenTurn = (index: number): number => (0.37 + index * 0.618_033_988_749_895) % 1

type Chances = { speaker: ReturnType<typeof speakers>; calendar: StoryCalendar; chance: Chance }

/** The voices of one stream, `count` of them, in order of time. */
function scoredVoices(
  stream: ScoreStream,
  count: number,
  firstIndex: number,
  { speaker, calendar, chance }: Chances,
): Voice[] {
  const weights = Array.from(
    { length: STORY_DAYS },
    (_, day) => stream.likely(day) * Math.sqrt(calendar.bustle(day, null)),
  )
  const moments = Array.from({ length: count }, () => calendar.momentOn(chance.weighted(weights), chance)).sort(
    (a, b) => a - b,
  )
  return moments.map((occurredAt, turn) => {
    const product = chance.pick(stream.products)
    const day = dayOf(occurredAt, calendar)
    const channel = chance.pick(stream.channels)
    const nameless = chance.happens(NAMELESS[channel] ?? 0)
    const someone = speaker(channel === 'messenger' ? 'zh-TW' : 'zh-CN', channel, chance)
    const customer = nameless ? null : someone
    const { scores, answers } = stream.draw(day, product, chance, evenTurn(turn))
    return {
      sourceId: sourceId(firstIndex + turn),
      channel,
      occurredAt,
      text: null,
      subject: null,
      scores,
      customerRef: customer?.ref ?? null,
      language: null,
      facts: factsOf({ product, day, arc: null, channel, customer }, calendar, chance),
      survey: stream.survey === null ? null : { key: stream.survey, answers },
      meant: null,
    }
  })
}

/** Every voice, in order of time; ids follow the order of writing, so a text keeps its id whatever `now` is. */
export function buildVoices(customers: readonly DemoCustomer[], calendar: StoryCalendar, chance: Chance): Voice[] {
  const voices = spokenVoices(customers, calendar, chance)
  const speaker = speakers(customers)
  const inNumbers = VOICES - voices.length
  for (const [index, stream] of SCORE_STREAMS.entries()) {
    const isLast = index === SCORE_STREAMS.length - 1
    const count = isLast ? VOICES - voices.length : Math.round(stream.part * inNumbers)
    voices.push(...scoredVoices(stream, count, voices.length, { speaker, calendar, chance }))
  }
  return voices.sort((a, b) => a.occurredAt - b.occurredAt || a.sourceId.localeCompare(b.sourceId))
}
