import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type * as contract from '../../../shared/contracts/improvements.ts'
import type { NoticePage, NoticePreview } from '../../../shared/contracts/notices.ts'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'

export type Item = z.input<typeof contract.ImprovementItem>
export type View = z.input<typeof contract.Improvement>
export type Stage = Item['stage']
export type Check = z.input<typeof contract.Verification>
export type Plan = z.input<typeof contract.FreezePlan>
export type MetricInput = Plan['metric']
export type Result = z.input<typeof contract.VerificationResult>
export type Preview = z.input<typeof contract.PlanPreview>
export type Choices = z.input<typeof contract.PlanChoices>
export type Voice = z.input<typeof contract.LinkedVoice>
export type Step = z.input<typeof contract.Step>
export type BoardData = z.input<typeof contract.Board>
export type Notices = z.input<typeof NoticePage>
export type NoticeTrial = z.input<typeof NoticePreview>

/** In the order of an improvement's life. */
export const STAGES = [
  'proposed',
  'accepted',
  'building',
  'shipped',
  'verified',
  'not-verified',
  'declined',
] as const satisfies readonly Stage[]

export const improvementPath = (id: string): string => `/api/v1/improvements/${id}`

export const useImprovement = (id: string) =>
  useQuery({
    queryKey: ['improvements', 'one', id],
    queryFn: ({ signal }) => api.get<View>(improvementPath(id), {}, signal),
    enabled: id !== '',
  })

const MINUTE = 60_000

/** What improvements and their plans may be made of. */
export const useChoices = () =>
  useQuery({
    queryKey: ['improvements', 'choices'],
    queryFn: ({ signal }) => api.get<Choices>('/api/v1/improvements/choices', {}, signal),
    staleTime: MINUTE,
  })

type Way = Item['moves'][number]

/** Whether a move is asked about first: for its reason, or because notices go out that nobody can call back. */
export const isAskedFirst = ({ to, reasonNeeded }: Way): boolean => reasonNeeded || to === 'shipped'

export type Move = { item: Pick<Item, 'id' | 'title'>; to: Stage; reason: string }

/** Moves an improvement by hand; why it may not is said in words. */
export function useMove(moved: () => void = () => undefined) {
  const { t, term } = useWords()
  const queries = useQueryClient()
  const { say, sayProblem } = useSaying()
  return useMutation({
    mutationFn: ({ item, to, reason }: Move) =>
      api.send<View>('PUT', `${improvementPath(item.id)}/stage`, { stage: to, reason }),
    onSuccess(view, { item, to }) {
      queries.setQueryData(['improvements', 'one', item.id], view)
      void queries.invalidateQueries({ queryKey: ['improvements'] })
      say(t('improvements.moved', { title: item.title, stage: term('improvement-stage', to) }))
      moved()
    },
    onError: sayProblem,
  })
}
