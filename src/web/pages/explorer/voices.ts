import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { Case } from '../../../shared/contracts/cases.ts'
import type { FeedbackItem, FeedbackView } from '../../../shared/contracts/feedback.ts'
import type { VoiceImprovements } from '../../../shared/contracts/improvements.ts'
import type { SimilarVoices } from '../../../shared/contracts/similar.ts'
import type { CorrectionList } from '../../../shared/contracts/understanding.ts'
import { api } from '../../api.ts'

export type VoiceItem = z.input<typeof FeedbackItem>
export type Voice = z.input<typeof FeedbackView>
export type SimilarTo = z.input<typeof SimilarVoices>
export type AlikeVoice = SimilarTo['similar'][number]
export type Correction = z.input<typeof CorrectionList>['items'][number]
export type LinkedImprovement = z.input<typeof VoiceImprovements>['items'][number]
export type CaseOfVoice = z.input<typeof Case>

const voicePath = (id: string) => `/api/v1/feedback/${id}`
const PENDING_POLL = 1_500

/** One voice, whole. Asked again while it is being read. */
export const useVoice = (id: string) =>
  useQuery({
    queryKey: ['feedback', 'one', id],
    queryFn: ({ signal }) => api.get<Voice>(voicePath(id), {}, signal),
    refetchInterval: ({ state }) => (state.data?.understanding.status === 'pending' ? PENDING_POLL : false),
  })

export const useCorrections = (id: string) =>
  useQuery({
    queryKey: ['feedback', 'corrections', id],
    queryFn: ({ signal }) => api.get<{ items: Correction[] }>(`${voicePath(id)}/corrections`, {}, signal),
  })

export const useImprovementsOf = (id: string) =>
  useQuery({
    queryKey: ['feedback', 'improvements', id],
    queryFn: ({ signal }) => api.get<{ items: LinkedImprovement[] }>(`${voicePath(id)}/improvements`, {}, signal),
  })

/** Copies of a voice and voices that mean the same; there are none before it is understood. */
export function useSimilar({ id, understanding: { status } }: Voice) {
  return useQuery({
    queryKey: ['feedback', 'similar', id],
    enabled: status === 'done',
    queryFn: ({ signal }) => api.get<SimilarTo>(`${voicePath(id)}/similar`, {}, signal),
  })
}

/** Asks again for everything that shows voices. */
export function useRefreshVoices() {
  const queries = useQueryClient()
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['feedback'] }), [queries])
}
