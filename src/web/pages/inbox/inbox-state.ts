import { useMemo } from 'react'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import type { CaseView } from './case-types.ts'

/** In the order of the list: what is mine first, what is over last. */
export const VIEWS: readonly CaseView[] = [
  'mine',
  'unassigned',
  'team',
  'watching',
  'open',
  'waiting',
  'broken',
  'resolved',
  'closed',
  'all',
]
const isView = (text: string | undefined): text is CaseView => (VIEWS as readonly (string | undefined)[]).includes(text)

const FILTERS = ['stage', 'channel', 'intent', 'urgency'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>

/** What the Inbox shows, as its address says: view, filters, search and the open case. */
export function useInbox() {
  const [search, setSearch] = useSearchState()
  const usual: CaseView = useCan()('case:answer') ? 'mine' : 'open'
  return useMemo(() => {
    const view = isView(search.view) ? search.view : usual
    const filters: Filters = Object.fromEntries(FILTERS.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
    return {
      view,
      filters,
      filtered: Object.keys(filters).length,
      q: search.q ?? '',
      caseId: search.case ?? null,
      show: (next: CaseView) => setSearch({ view: next === usual ? null : next }),
      filter: (name: FilterName, value: string | null) => setSearch({ [name]: value }),
      clear: () => setSearch({ stage: null, channel: null, intent: null, urgency: null, q: null }),
      search: (q: string) => setSearch({ q }),
      /** Opening makes a step for "back", going from one case to the next does not. */
      open: (id: string) => setSearch({ case: id }, { replace: Boolean(search.case) }),
      close: () => setSearch({ case: null }),
    }
  }, [search, setSearch, usual])
}

export type Inbox = ReturnType<typeof useInbox>
