import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Search = Readonly<Record<string, string>>

/** Search parameters are plain texts: `?q=退款&channel=email`. */
export const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  }
  return params.size ? `?${params}` : ''
}

/** The parts of the path: `/cases/$id` gives `{ id }`. */
export const usePathParams = (): Readonly<Record<string, string | undefined>> => useParams({ strict: false })

/**
 * The state of a page that belongs in its address, so that it can be sent, bookmarked and gone back to:
 * `const [search, setSearch] = useSearchState(); setSearch({ channel: 'email', cursor: null })`.
 * Null or '' takes a parameter away. `replace` (default) makes no new step for "back".
 */
export function useSearchState(): [
  Search,
  (change: Record<string, string | null>, options?: { replace: boolean }) => void,
] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (parts: Record<string, string | null>, { replace } = { replace: true }) => {
      void navigate({ to: '.', search: (old: object) => ({ ...old, ...parts }), replace })
    },
    [navigate],
  )
  return [search, change]
}
