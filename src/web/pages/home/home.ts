import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CaseCounts, CaseItem } from '../../../shared/contracts/cases.ts'
import type { HomeView } from '../../../shared/contracts/insights.ts'
import { dateIn } from '../../../shared/time/zone.ts'
import { api } from '../../api.ts'
import { toInstant } from '../../format.ts'
import { useLive } from '../../live.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'

export type Home = z.input<typeof HomeView>
export type EchoRate = Home['echo']
export type WorkItem = z.input<typeof CaseItem>
export type WorkCounts = z.input<typeof CaseCounts>['counts']

export const PERIODS = [7, 30, 90] as const

/** The period of the address; 30 days unless it names another that we offer. */
export const periodOf = (text: string | undefined): number => PERIODS.find((days) => String(days) === text) ?? 30

export function useHome(days: number) {
  useLive(['home'], ['feedback', 'case', 'notice', 'survey'])
  return useQuery({
    queryKey: ['home', 'figures', days],
    queryFn: ({ signal }) => api.get<Home>('/api/v1/home', { days }, signal),
    placeholderData: keepPreviousData,
  })
}

const SHOWN = 6

export function useWork() {
  useLive(['home', 'work'], ['case', 'promise'])
  const counts = useQuery({
    queryKey: ['home', 'work', 'counts'],
    queryFn: ({ signal }) => api.get<z.input<typeof CaseCounts>>('/api/v1/cases/counts', {}, signal),
  })
  const mine = useQuery({
    queryKey: ['home', 'work', 'mine'],
    queryFn: ({ signal }) =>
      api.get<CursorPage<WorkItem>>('/api/v1/cases', { view: 'mine', limit: SHOWN }, signal).then((page) => page.items),
  })
  const idle = mine.data?.length === 0
  const late = useQuery({
    queryKey: ['home', 'work', 'late'],
    enabled: idle,
    queryFn: ({ signal }) =>
      api
        .get<CursorPage<WorkItem>>('/api/v1/cases', { view: 'broken', limit: SHOWN }, signal)
        .then((page) => page.items),
  })
  return { counts, mine, late: idle ? (late.data ?? []) : [] }
}

/** The days a home view counts, as the explorer's address has them: first and last, both included. */
export function daysOf({ from, to }: Home, zone: string): { from: string; to: string } {
  return { from: dateIn(toInstant(from), zone), to: dateIn(toInstant(to), zone) }
}
