import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import type { Case } from '../../../shared/contracts/cases.ts'
import type { FeedbackItem, FeedbackView } from '../../../shared/contracts/feedback.ts'
import type { VoiceImprovements } from '../../../shared/contracts/improvements.ts'
import type { CorrectionList } from '../../../shared/contracts/understanding.ts'
import { api } from '../../api.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'

export type VoiceItem = z.input<typeof FeedbackItem>
export type Voice = z.input<typeof FeedbackView>
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

const TELLING = 4

/** Words that bind a voice to others, the weightiest first. */
const tellingWords = ({ understanding }: Voice): string[] =>
  [...understanding.keywords]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TELLING)
    .map(({ word }) => word)

const SIMILAR = 6

/** Voices that share the two weightiest words; where nobody else says both, those that share the next best one. */
export function useSimilar(voice: Voice) {
  const words = tellingWords(voice)
  return useQuery({
    queryKey: ['feedback', 'similar', voice.id, words],
    async queryFn({ signal }) {
      const tries = [words.slice(0, 2), ...words.map((word) => [word])].filter((wanted) => wanted.length > 0)
      for (const wanted of tries) {
        const query = { q: wanted.join(' '), limit: SIMILAR }
        const { items } = await api.get<CursorPage<VoiceItem>>('/api/v1/feedback', query, signal)
        const others = items.filter(({ id }) => id !== voice.id)
        if (others.length > 0) return { words: wanted, items: others }
      }
      return { words: [], items: [] }
    },
  })
}

/** Asks again for everything that shows voices. */
export function useRefreshVoices() {
  const queries = useQueryClient()
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['feedback'] }), [queries])
}
