import { type Instant, isoOf } from '../../../shared/time/instant.ts'
import { dayBounds } from '../../../shared/time/zone.ts'
import type { Search } from '../../where.ts'

/** What the explorer's address may hold besides the open voice. Days are 'YYYY-MM-DD', both included. */
export const FILTERS = [
  'q',
  'channel',
  'sentiment',
  'intent',
  'emotion',
  'value',
  'category',
  'theme',
  'post',
  'coordinated',
  'score',
  'customer',
  'echo',
  'from',
  'to',
  'setAside',
] as const
export type FilterName = (typeof FILTERS)[number]
export type Filter = Partial<Record<FilterName, string>>

/** The filter in an address; what is empty or not a filter is left out. */
export function filterOf(search: Search): Filter {
  return Object.fromEntries(FILTERS.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filter as `GET /feedback` wants it: days become the moments they begin and end in the workspace's zone. */
export function queryOf({ from, to, ...rest }: Filter, zone: string): Record<string, string> {
  const moment = (day: string | undefined, end: 'starts' | 'ends'): Record<string, string> => {
    if (day === undefined || !DAY.test(day)) return {}
    const at: Instant = dayBounds(day, zone)[end]
    return { [end === 'starts' ? 'from' : 'to']: isoOf(at) }
  }
  return { ...rest, ...moment(from, 'starts'), ...moment(to, 'ends') }
}

/** An empty address for every filter: what "clear all" sets. */
export const NOTHING: Record<string, null> = Object.fromEntries(FILTERS.map((name) => [name, null]))
