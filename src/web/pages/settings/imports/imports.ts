import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ImportList, ImportPreview } from '../../../../shared/contracts/imports.ts'
import { api } from '../../../api.ts'

export type Preview = z.input<typeof ImportPreview>
export type Import = z.input<typeof ImportList>['items'][number]
export type RefusedRow = Import['refused'][number]

const POLL = 700

export const isRunning = ({ state }: Pick<Import, 'state'>) => state === 'waiting' || state === 'running'

/** One import, asked again while it runs. */
export const useImport = (id: string | null) =>
  useQuery({
    queryKey: ['imports', 'one', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<Import>(`/api/v1/imports/${id}`, {}, signal),
    refetchInterval: ({ state: { data } }) => (data === undefined || isRunning(data) ? POLL : false),
  })

export const useImports = () =>
  useQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => api.get<{ items: Import[] }>('/api/v1/imports', {}, signal),
  })
