/**
 * The demo workspace's story: an invented maker of household appliances, its last six months, about 3,000 voices.
 *
 * Start at story-shape.ts (what is told), texts/ (what is said), scored.ts and said.ts (when, and how the numbers move),
 * cases.ts (what became of it), improvements.ts (what was changed because of it).
 */
import type { Instant } from '../shared/time/instant.ts'
import { buildCases } from './cases.ts'
import { BRANCHES, BRAND, buildCustomers, STAFF, TEAMS } from './cast.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { buildImprovements } from './improvements.ts'
import { STORY_DAYS, type StoryCalendar, storyCalendar } from './story-calendar.ts'
import type { OrderDay, Story } from './story-shape.ts'
import { PRODUCTS, TAXONOMY } from './taxonomy.ts'
import { REPLY_TEMPLATES, SURVEYS } from './templates.ts'
import { buildVoices } from './voices.ts'

const DAY_MS = 86_400_000

/** Orders of each day and product; today's are those up to now. */
function buildOrders(calendar: StoryCalendar, chance: Chance): OrderDay[] {
  const sold = PRODUCTS.filter(({ ordersPerDay }) => ordersPerDay > 0)
  return Array.from({ length: STORY_DAYS }, (_, day) => {
    const passed = Math.min(1, (calendar.now - calendar.startOf(day)) / DAY_MS)
    return sold.map(({ key, ordersPerDay }) => {
      const ordinary = ordersPerDay * calendar.bustle(day, key) * (0.86 + 0.28 * chance.share())
      return { day: calendar.dateOf(day), product: key, count: Math.round(ordinary * passed) }
    })
  }).flat()
}

/**
 * Tells the whole story up to `now`. Pure: the same now and seed give the same story, and each text keeps its id
 * whatever `now` is.
 *
 * @param now   the moment to which the story leads; its newest voice is a few hours older
 * @param seed  any integer
 */
export function buildStory({ now, seed = 20_240 }: { now: Instant; seed?: number }): Story {
  const calendar = storyCalendar(now)
  const customers = buildCustomers(seed)
  const voices = buildVoices(customers, calendar, chanceFrom(seed + 1))
  return {
    brand: BRAND,
    startsAt: calendar.startOf(0),
    endsAt: now,
    teams: TEAMS,
    staff: STAFF,
    branches: BRANCHES,
    products: PRODUCTS,
    taxonomy: TAXONOMY,
    templates: REPLY_TEMPLATES,
    surveys: SURVEYS,
    customers,
    voices,
    orders: buildOrders(calendar, chanceFrom(seed + 2)),
    cases: buildCases(voices, customers, calendar, chanceFrom(seed + 3)),
    improvements: buildImprovements(voices, calendar),
  }
}
