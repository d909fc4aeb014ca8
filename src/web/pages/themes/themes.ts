import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { ThemeList, ThemeSearch, ThemeView } from '../../../shared/contracts/themes.ts'
import { plusDays } from '../../../shared/time/zone.ts'
import { api } from '../../api.ts'
import { useLive } from '../../live.ts'
import { useSaying } from '../../parts/undo.tsx'

export type Theme = z.input<typeof ThemeView>
export type Themes = z.input<typeof ThemeList>
export type Search = z.input<typeof ThemeSearch>

const RUNS = '/api/v1/themes/runs'
const RUNNING_MS = 1_000
const SOON_MS = 3_000
const RESTING_MS = 60_000

/** Themes of the last `days` days: those that rise first, then those that most speak of. */
export function useThemes(days: number, hidden: boolean) {
  useLive(['themes', 'list'], ['feedback'])
  return useQuery({
    queryKey: ['themes', 'list', days, hidden],
    queryFn: async ({ signal }) => {
      const list = await api.get<Themes>('/api/v1/themes', { days, hidden: hidden ? 'only' : 'no' }, signal)
      const rising = ({ rising: is }: Theme) => (is === null ? 1 : 0)
      return { ...list, items: list.items.toSorted((a, b) => rising(a) - rising(b)) }
    },
    placeholderData: keepPreviousData,
  })
}

/** One theme, also when it is not in the list. */
export const useTheme = (id: string, days: number) =>
  useQuery({
    queryKey: ['themes', 'one', id, days],
    queryFn: ({ signal }) => api.get<Theme>(`/api/v1/themes/${id}`, { days }, signal),
    placeholderData: keepPreviousData,
  })

export const isUnderWay = (search: Search | undefined): boolean =>
  search?.newest?.state === 'waiting' || search?.newest?.state === 'running'

/** Where the search stands; what it found is asked for when it ends. */
export function useSearching() {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['themes', 'search'],
    queryFn: ({ signal }) => api.get<Search>(RUNS, {}, signal),
    refetchInterval: ({ state: { data } }) => {
      if (isUnderWay(data)) return RUNNING_MS
      return data !== undefined && data.newest === null ? SOON_MS : RESTING_MS
    },
  })
  const done = query.data?.done?.id
  useEffect(() => {
    if (done === undefined) return
    void queries.invalidateQueries({ queryKey: ['themes', 'list'] })
    void queries.invalidateQueries({ queryKey: ['themes', 'one'] })
  }, [done, queries])
  return query
}

/** Starting and stopping the search. */
export function useSearchActs(stopped: string) {
  const queries = useQueryClient()
  const { say, sayProblem } = useSaying()
  const again = () => queries.invalidateQueries({ queryKey: ['themes', 'search'] })
  const start = useMutation({ mutationFn: () => api.send('POST', RUNS), onSettled: again, onError: sayProblem })
  const stop = useMutation({
    mutationFn: () => api.send('DELETE', RUNS),
    onSettled: again,
    onSuccess: () => say(stopped),
    onError: sayProblem,
  })
  return { start, stop }
}

/** Sends a change of a theme and asks anew for all that shows it. */
export function useThemeChange() {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['themes'] })
  return {
    again: () => void again(),
    async send(method: 'PUT' | 'DELETE', path: string, body?: unknown) {
      await api.send(method, `/api/v1/themes/${path}`, body)
      await again()
    },
  }
}

/** Days of a step of a series, as the explorer's address has them: first and last, both included. */
export const daysOfStep = (from: string, weekly: boolean): { from: string; to: string } => ({
  from,
  to: weekly ? plusDays(from, 6) : from,
})

/** The series of a theme is of weeks: its steps are seven days apart. */
export const isWeekly = ({ series }: Pick<Theme, 'series'>): boolean =>
  series.length > 1 && series[1]?.from !== plusDays(series[0]?.from ?? '', 1)
