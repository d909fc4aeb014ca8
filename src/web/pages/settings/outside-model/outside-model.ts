import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  ChangeOutsideSettings,
  OutsideCall,
  OutsideSettings,
  OutsideTrial,
} from '../../../../shared/contracts/outside-model.ts'
import { api } from '../../../api.ts'

export type Settings = z.input<typeof OutsideSettings>
export type Change = z.input<typeof ChangeOutsideSettings>
export type Call = z.input<typeof OutsideCall>

const PATH = '/api/v1/settings/outside-model'
const KEY = ['settings', 'outside-model']
export const CALLS_KEY = ['outside-calls']

export const useSettings = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<Settings>(PATH, {}, signal) })

export function useChange() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Change) => api.send<Settings>('PUT', PATH, change),
    onSuccess: async (saved) => {
      queries.setQueryData(KEY, saved)
      await queries.invalidateQueries({ queryKey: ['outside-model'] })
    },
  })
}

/** Asks for one word. It is a call like others: what was used and the log change with it. */
export function useTrial() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.send<z.input<typeof OutsideTrial>>('POST', `${PATH}/trial`),
    onSettled: () =>
      Promise.all([queries.invalidateQueries({ queryKey: KEY }), queries.invalidateQueries({ queryKey: CALLS_KEY })]),
  })
}
