import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PeoplePage, TeamList } from '../../../shared/contracts/people.ts'
import { roleMay } from '../../../shared/contracts/permissions.ts'
import { api } from '../../api.ts'

export type Colleague = z.input<typeof PeoplePage>['items'][number]
type Teams = z.input<typeof TeamList>

const MINUTE = 60_000

/** Everyone of the workspace who is still here; the first 200 by name. */
export function useColleagues(): readonly Colleague[] {
  const found = useQuery({
    queryKey: ['people', 'here'],
    queryFn: ({ signal }) => api.get<z.input<typeof PeoplePage>>('/api/v1/people', { limit: 200 }, signal),
    staleTime: MINUTE,
  })
  return found.data?.items ?? []
}

/** Those who may be given a case. */
export const whoAnswer = (people: readonly Colleague[]): Colleague[] =>
  people.filter(({ role }) => roleMay(role, 'case:answer'))

export function useTeams(): Teams['items'] {
  const found = useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => api.get<Teams>('/api/v1/teams', {}, signal),
    staleTime: MINUTE,
  })
  return found.data?.items ?? []
}
