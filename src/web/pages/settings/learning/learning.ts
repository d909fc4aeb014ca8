import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Learning as Contract } from '../../../../shared/contracts/learning.ts'
import { SECOND } from '../../../../shared/time/instant.ts'
import { api } from '../../../api.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'

export type Learning = z.input<typeof Contract>
export type Version = Learning['versions'][number]
export type Lesson = Version['lessons'][number]
export type FieldFigures = Version['figures'][number]
export type Sample = FieldFigures['sample']
export type Agreement = Learning['agreement'][number]
export type Share = FieldFigures['accuracy']

const SOON = 3 * SECOND

/** How many judgements are wanted until the next lesson; 0 when it is due. */
export const wantedFor = ({ judgements: { fresh, needed } }: Learning): number => Math.max(0, needed - fresh)

/**
 * What was learned.
 *
 * @param watched  asked again while a lesson is due or voices are being read again, for then it changes by itself
 */
export const useLearning = (watched = true) =>
  useQuery({
    queryKey: ['learning'],
    queryFn: ({ signal }) => api.get<Learning>('/api/v1/learning', {}, signal),
    refetchInterval: ({ state: { data } }) =>
      watched && data !== undefined && (data.outdated > 0 || wantedFor(data) === 0) ? SOON : false,
  })

/** The name of a version: 0 is the engine as it ships. */
export function useVersionName(): (number: number) => string {
  const { t } = useWords()
  return (number) => (number === 0 ? t('learning.stock') : t('learning.version', { n: number }))
}

/** Makes a version live, says so, and offers the way back to the one before. */
export function useVersionUse() {
  const { t } = useWords()
  const queries = useQueryClient()
  const nameOf = useVersionName()
  const { offerUndo, sayProblem } = useSaying()
  const send = async (number: number) => {
    const learning = await api.send<Learning>('POST', `/api/v1/learning/versions/${number}/use`)
    queries.setQueryData<Learning>(['learning'], learning)
    void queries.invalidateQueries({ queryKey: ['understanding'] })
  }
  return useMutation({
    mutationFn: ({ number }: { number: number; before: number }) => send(number),
    onSuccess: (_done, { number, before }) =>
      offerUndo({ said: t('learning.now-live', { version: nameOf(number) }), undo: () => send(before) }),
    onError: sayProblem,
  })
}
