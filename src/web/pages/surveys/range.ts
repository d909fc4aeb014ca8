/** The days a survey's answers are narrowed to; they stand in the address as `from` and `to`, both included. */
import { isoOf } from '../../../shared/time/instant.ts'
import { dayBounds, type LocalDate } from '../../../shared/time/zone.ts'
import { useFormat } from '../../format.ts'
import { useSearchState } from '../../where.ts'

export type Range = {
  days: [LocalDate | null, LocalDate | null]
  /** As the API takes it; empty while no days, or only the first, are picked. */
  window: { from?: string; to?: string }
  pick: (days: [string | null, string | null]) => void
}

export function useRange(): Range {
  const { zone } = useFormat()
  const [search, setSearch] = useSearchState()
  const [first, last] = [search.from ?? null, search.to ?? null]
  const isWhole = first !== null && last !== null
  return {
    days: [first, last],
    window: isWhole ? { from: isoOf(dayBounds(first, zone).starts), to: isoOf(dayBounds(last, zone).ends) } : {},
    pick: ([from, to]) => setSearch({ from, to }),
  }
}
