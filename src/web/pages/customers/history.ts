import type { z } from 'zod'
import type { HistoryPage } from '../../../shared/contracts/history.ts'
import { useLive } from '../../live.ts'
import { useCursorList } from '../../parts/cursor-list.ts'

export type Entry = z.input<typeof HistoryPage>['items'][number]
export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

/** Everything between a customer and us, newest first, page by page; renewed as things happen. */
export function useHistory(customer: string, limit: number) {
  const key = ['customers', 'history', customer, limit]
  useLive(key, ['feedback', 'case', 'notice', 'mail'])
  return useCursorList<Entry>(key, `/api/v1/customers/${customer}/history`, { limit })
}
