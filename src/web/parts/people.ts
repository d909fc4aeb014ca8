import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { PeoplePage } from '../../shared/contracts/people.ts'
import { api } from '../api.ts'

export type Person = z.input<typeof PeoplePage>['items'][number]

const MINUTE = 60_000

/** Those who work here, the first 200 by name, and the name of one by id (null when they have left). */
export function usePeople(): { items: readonly Person[]; nameOf: (id: string | null) => string | null } {
  const { data } = useQuery({
    queryKey: ['people', 'here'],
    queryFn: ({ signal }) => api.get<z.input<typeof PeoplePage>>('/api/v1/people', { limit: 200 }, signal),
    staleTime: MINUTE,
  })
  return useMemo(() => {
    const items = data?.items ?? []
    const names = new Map(items.map(({ id, name }) => [id, name]))
    return { items, nameOf: (id) => (id === null ? null : (names.get(id) ?? null)) }
  }, [data])
}
