import type { Db } from '../../platform/db/db.ts'
import type { HistoryEntry } from '../../shared/contracts/history.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { familyOf, noSuchCustomer } from '../customers/index.ts'
import { answeredOn } from '../surveys/index.ts'
import {
  type HistoryKind,
  type HistoryPlace,
  historyPlaces,
  messagesInHistory,
  noticesInHistory,
  ordersInHistory,
  voicesInHistory,
} from './history.store.ts'

export type HistoryRead = { items: HistoryEntry[]; next: HistoryPlace | null }

/**
 * A page of everything between a customer and us: of all who were merged into them, newest first.
 *
 * @throws Refusal when there is no such customer
 */
export async function historyOf(
  outer: Db,
  customerId: string,
  { before, limit, locale }: { before: HistoryPlace | null; limit: number; locale: Locale },
): Promise<HistoryRead> {
  return await outer.transaction(async (db) => {
    const family = await familyOf(db, customerId)
    if (family.length === 0) throw noSuchCustomer()
    const places = await historyPlaces(db, family, before, limit + 1)
    const shown = places.slice(0, limit)
    return { items: await entriesAt(db, shown, locale), next: places.length > limit ? (shown.at(-1) ?? null) : null }
  })
}

async function entriesAt(db: Db, places: readonly HistoryPlace[], locale: Locale): Promise<HistoryEntry[]> {
  const idsOf = (kind: HistoryKind) => places.filter((place) => place.kind === kind).map(({ id }) => id)
  const [voices, surveys, messages, notices, orders] = await Promise.all([
    voicesInHistory(db, idsOf('voice')),
    answeredOn(db, idsOf('voice'), locale),
    messagesInHistory(db, idsOf('message')),
    noticesInHistory(db, idsOf('notice')),
    ordersInHistory(db, idsOf('order')),
  ])
  const entries: HistoryEntry[] = [
    ...voices.map((voice) => ({ kind: 'voice' as const, ...voice, survey: surveys.get(voice.id) ?? null })),
    ...messages.map((of) => ({ kind: 'message' as const, ...of })),
    ...notices.map((of) => ({ kind: 'notice' as const, ...of })),
    ...orders.map((of) => ({ kind: 'order' as const, ...of })),
  ]
  const found = new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry]))
  return places.flatMap(({ kind, id }) => found.get(`${kind} ${id}`) ?? [])
}
