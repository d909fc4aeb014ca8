import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type Query } from '../api.ts'

export type CursorPage<T> = { items: T[]; nextCursor: string | null }

/** A list that grows by "load more", as DataList wants it. */
export type CursorList<T> = {
  items: readonly T[]
  state: 'waiting' | 'failed' | 'ready'
  problem: unknown
  retry: () => void
  /** There is a further page. */
  more: boolean
  loadMore: () => void
  loadingMore: boolean
}

/**
 * Reads `path` page by page.
 *
 * @param key    query key; its first part is the noun that useLive listens for: ['cases', filter]
 * @param query  search parameters except `cursor`
 */
export function useCursorList<T>(key: QueryKey, path: string, query: Query = {}): CursorList<T> {
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<CursorPage<T>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data])
  return {
    items,
    state: found.data ? 'ready' : found.isError ? 'failed' : 'waiting',
    problem: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage,
    loadMore: () => void found.fetchNextPage(),
    loadingMore: found.isFetchingNextPage,
  }
}

/** A list that is whole already, in the same form. */
export const wholeList = <T>(items: readonly T[]): CursorList<T> => ({
  items,
  state: 'ready',
  problem: null,
  retry: () => undefined,
  more: false,
  loadMore: () => undefined,
  loadingMore: false,
})
