import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Loads } from '../../../../shared/contracts/promises.ts'
import { api } from '../../../api.ts'
import { useLive } from '../../../live.ts'
import { useCan } from '../../../session.tsx'

const KEY = ['loads']

/** Open cases of each person; null for those who may not see cases, and while it is not known. */
export function useLoads(): { of: (person: string) => number; cap: number } | null {
  const mayRead = useCan()('case:read')
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<z.input<typeof Loads>>('/api/v1/loads', {}, signal),
    enabled: mayRead,
  })
  useLive(KEY, ['case'])
  if (!found.data) return null
  const loads = new Map(found.data.items.map(({ person, open }) => [person, open]))
  return { of: (person) => loads.get(person) ?? 0, cap: found.data.loadCap }
}
