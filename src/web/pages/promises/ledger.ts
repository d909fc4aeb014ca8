import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { LedgerEntry, PromiseSummary } from '../../../shared/contracts/promises.ts'
import { isoOf } from '../../../shared/time/instant.ts'
import { atLocal, dateIn, plusDays } from '../../../shared/time/zone.ts'
import { api } from '../../api.ts'
import { now } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { useLive } from '../../live.ts'
import { type CursorList, useCursorList } from '../../parts/cursor-list.ts'
import type { Search } from '../../where.ts'

export type Summary = z.input<typeof PromiseSummary>
export type Entry = z.input<typeof LedgerEntry>

/** Which promises the list shows; what ended badly comes first. */
export const SHOWN = ['broken', 'kept', 'all'] as const
export type Shown = (typeof SHOWN)[number]
export const shownOf = (text: string | undefined): Shown => SHOWN.find((each) => each === text) ?? 'broken'

/** Promises that fell due in the last `days` days, today included; the days as many before for comparison. */
export function useLedger(
  search: Search,
  days: number,
): {
  summary: Summary | undefined
  before: Summary | undefined
  problem: unknown
  again: () => void
  list: CursorList<Entry>
} {
  const { zone } = useFormat()
  const { kind, team, why, explained } = search
  const today = dateIn(now(), zone)
  const day = (n: number) => isoOf(atLocal(plusDays(today, n), 0, zone))
  const [begun, from, to] = [day(1 - 2 * days), day(1 - days), day(1)]
  useLive(['promises'], ['promise'])
  const read = (period: { from: string; to: string }) => ({
    queryKey: ['promises', 'summary', period, kind, team],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.get<Summary>('/api/v1/promises/summary', { ...period, kind, team }, signal),
    placeholderData: keepPreviousData,
  })
  const summary = useQuery(read({ from, to }))
  const before = useQuery(read({ from: begun, to: from }))
  const show = shownOf(search.show)
  const query = {
    from,
    to,
    kind,
    team,
    ...(show !== 'all' && { end: show }),
    ...(show === 'broken' && { why, explained }),
  }
  const list = useCursorList<Entry>(['promises', 'list', query], '/api/v1/promises', query)
  return {
    summary: summary.data,
    before: before.data,
    problem: summary.isError ? summary.error : null,
    again: () => void summary.refetch(),
    list,
  }
}
