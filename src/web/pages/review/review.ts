import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { z } from 'zod'
import type { JudgedField, JudgementTaken, ReviewState } from '../../../shared/contracts/review.ts'
import { api } from '../../api.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'
import type { Item } from './judgement.ts'
import { withoutDoubles } from './queue.ts'

export type State = z.input<typeof ReviewState>
export type Taken = z.input<typeof JudgementTaken>
/** `drawn`: only what chance brings up. */
export type Filter = { field: JudgedField | null; state: Item['state'] | null; drawn: boolean }

export const reviewPath = (id: string) => `/api/v1/review/${id}`
/** Counts of the contract stop here: what is above is "more than". */
export const COUNTED_TO = 1_000

const STATE = ['review', 'state'] as const

/** How many wait, how many were judged today. */
export const useReviewState = (enabled = true) =>
  useQuery({
    queryKey: STATE,
    queryFn: ({ signal }) => api.get<State>('/api/v1/review/state', {}, signal),
    enabled,
  })

/**
 * The voices to be judged, page after page, as they stood when they were asked for: judging one takes it from the
 * server's queue, so that a page asked again would move under the hands. Forgotten when the page is left.
 */
export function useWaiting({ field, state, drawn }: Filter) {
  const found = useInfiniteQuery({
    queryKey: ['review', 'list', field, state, drawn],
    queryFn: ({ pageParam, signal }) =>
      api.get<CursorPage<Item>>(
        '/api/v1/review',
        { field, state, drawn: drawn ? 'true' : null, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const items = useMemo(() => withoutDoubles(found.data?.pages.flatMap((page) => page.items) ?? []), [found.data])
  return { ...found, items }
}

/** After this much rest the counts are asked for again. */
const REST = 1_500

/** Counts one judgement at once, more or less, and asks for the true counts when the hands rest. */
export function useCounting(): (by: 1 | -1) => void {
  const queries = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (by) => {
      queries.setQueryData<State>(STATE, (now) => now && counted(now, by))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        void queries.invalidateQueries({ queryKey: STATE })
        void queries.invalidateQueries({ queryKey: ['learning'] })
      }, REST)
    },
    [queries],
  )
}

const counted = (state: State, by: 1 | -1): State => ({
  ...state,
  waiting: state.waiting >= COUNTED_TO ? state.waiting : Math.max(0, state.waiting - by),
  today: { mine: Math.max(0, state.today.mine + by), all: Math.max(0, state.today.all + by) },
})
