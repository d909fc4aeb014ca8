import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { OutsideState } from '../../shared/contracts/outside-model.ts'
import { api } from '../api.ts'
import { useCan } from '../session.tsx'

type State = z.input<typeof OutsideState>

const NONE: State = { on: false, away: false }
const FRESH_MS = 60_000

/** Whether the model outside may be asked here; while that is not known there is nothing to press. */
export function useOutside(): State {
  const may = useCan()('case:answer')
  const found = useQuery({
    queryKey: ['outside-model'],
    queryFn: ({ signal }) => api.get<State>('/api/v1/outside-model', {}, signal),
    enabled: may,
    staleTime: FRESH_MS,
    // It is tried again by itself after a minute.
    refetchInterval: ({ state }) => (state.data?.away ? FRESH_MS : false),
  })
  return found.data ?? NONE
}
