import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CoordinatedPost } from '../../../shared/contracts/coordinated.ts'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'

export type Post = z.input<typeof CoordinatedPost>

export const POSTS = '/api/v1/coordinated-posts'

/** Periods to choose from, in days; the last one is all there are. */
export const PERIODS = ['7', '30', '90', 'ever'] as const
export type Period = (typeof PERIODS)[number]
export const periodOf = (wanted: string | undefined): Period => PERIODS.find((each) => each === wanted) ?? 'ever'

export const usePost = (id: string) =>
  useQuery({
    queryKey: ['coordinated', 'one', id],
    queryFn: ({ signal }) => api.get<Post>(`${POSTS}/${id}`, {}, signal),
    placeholderData: keepPreviousData,
  })

/** Says that a post is not coordinated, with a way back; or takes that back. */
export function useJudging() {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo, say, sayProblem } = useSaying()
  const again = () => void queries.invalidateQueries({ queryKey: ['coordinated'] })
  const send = (method: 'PUT' | 'DELETE', id: string) => api.send(method, `${POSTS}/${id}/dismissal`)
  const dismiss = useMutation({
    mutationFn: (id: string) => send('PUT', id),
    onSuccess: (_, id) =>
      offerUndo({ said: t('coordinated.dismissed-done'), undo: () => send('DELETE', id), undone: again }),
    onSettled: again,
    onError: sayProblem,
  })
  const restore = useMutation({
    mutationFn: (id: string) => send('DELETE', id),
    onSuccess: () => say(t('coordinated.restored-done')),
    onSettled: again,
    onError: sayProblem,
  })
  return { dismiss, restore }
}
