/** Voices in words: every line of texts/ once, at a moment that fits its part of the story. */
import { DAY, HOUR, type Instant } from '../shared/time/instant.ts'
import type { Chance } from './chance.ts'
import { COATING_FROM, SHIPPED_ON, STORY_DAYS, type StoryCalendar } from './story-calendar.ts'
import type { Meant } from './story-shape.ts'
import { TEXT_GROUPS } from './texts/all-texts.ts'
import type { Arc, DemoChannel, DemoLanguage, ProductKey, When } from './texts/text-group.ts'

/** A line and the moment it was said, before it is known by whom. */
export type Said = {
  text: string
  subject: string | null
  channel: DemoChannel
  language: DemoLanguage
  product: ProductKey | null
  meant: Meant
  occurredAt: Instant
}

/** Some lines show by how they begin where they were heard. */
const BEGINNINGS: readonly { begins: RegExp; channel: DemoChannel }[] = [
  { begins: /^【/, channel: 'call' },
  { begins: /^(柜台登记|顾客张女士|门店巡检)/, channel: 'counter' },
  { begins: /^意见卡/, channel: 'paper' },
  { begins: /^体验日现场/, channel: 'gathering' },
  { begins: /^(企微群|门店转交|经销商群)/, channel: 'wecom' },
  { begins: /^(#|\[转\])/, channel: 'social' },
  { begins: /^追评/, channel: 'review' },
  { begins: /^坛里/, channel: 'forum' },
  { begins: /^(旧系统导入|批量导入)/, channel: 'import' },
  { begins: /^(呼叫中心同步|合作网点周报)/, channel: 'api' },
]

/** Where a line was heard: where it says so itself, else each of its channels in turn; a call has a transcript's beginning. */
function channelOf(text: string, channels: readonly DemoChannel[], turn: number): DemoChannel {
  const shown = BEGINNINGS.find(({ begins }) => begins.test(text))
  if (shown) return shown.channel
  const written = channels.filter((channel) => channel !== 'call')
  return written[turn % written.length] ?? 'call'
}

/** Who writes no subject of their own begins with what is on their mind. */
const subjectOf = (text: string): string => text.split(/[，。,.？?！!\n]/)[0]?.slice(0, 40) ?? ''

/** How likely a line of the arc is on a day, before the day's own bustle. */
function likelihood(arc: Arc, when: When, praise: boolean, day: number): number {
  if (arc === 'steady') return 1
  if (arc === 'coating') {
    if (day < 128) return 0
    return day < COATING_FROM ? 0.03 : Math.exp((day - COATING_FROM) / 13)
  }
  const shipped = SHIPPED_ON[arc]
  if (when === 'any') return 1
  if (when === 'before') return day < shipped ? 0.6 + (0.4 * day) / shipped : 0
  // Thanks for a repair come once it has held for some weeks.
  const settled = arc === 'dock' && praise ? 22 : 5
  return day >= shipped + settled ? 1 : 0
}

/** Every so many ordinary lines, one was said within the last day. */
const FRESH_EVERY = 16

function dayFor(
  line: { arc: Arc; when: When },
  meant: Meant,
  product: ProductKey | null,
  calendar: StoryCalendar,
  chance: Chance,
) {
  const weights = Array.from(
    { length: STORY_DAYS },
    (_, day) =>
      likelihood(line.arc, line.when, meant.intent === 'praise', day) * Math.sqrt(calendar.bustle(day, product)),
  )
  return chance.weighted(weights)
}

/** All lines in the order they are written down, so that a line keeps its place whatever `now` is. */
export function everythingSaid(calendar: StoryCalendar, chance: Chance): Said[] {
  const all: Said[] = []
  let ordinary = 0
  let fresh = 0
  for (const group of TEXT_GROUPS) {
    for (const [index, entry] of group.lines.entries()) {
      const line = {
        ...group,
        urgency: group.urgency ?? ('normal' as const),
        subject: null,
        ...(typeof entry === 'string' ? { text: entry } : entry),
      }
      const { category, intent, sentiment, urgency, arc } = line
      const meant: Meant = { category, intent, sentiment, urgency, arc }
      const product = line.product ?? null
      const day = dayFor(line, meant, product, calendar, chance)
      const moment = calendar.momentOn(day, chance)
      const isFresh = arc === 'steady' && intent !== 'other' && intent !== 'praise' && ordinary++ % FRESH_EVERY === 5
      const channel = channelOf(line.text, line.channels, index + group.lines.length)
      all.push({
        text: line.text,
        subject: line.subject ?? (channel === 'email' ? subjectOf(line.text) : null),
        channel,
        language: line.language ?? 'zh-CN',
        product,
        meant,
        occurredAt: isFresh ? ((calendar.now - 2.4 * HOUR - fresh++ * 1.1 * HOUR) as Instant) : moment,
      })
    }
  }
  return all
}

/** Day of the story on which a moment lies. */
export const dayOf = (at: Instant, calendar: StoryCalendar): number => Math.floor((at - calendar.startOf(0)) / DAY)
