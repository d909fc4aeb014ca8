import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { MailboxList, MailboxTrial } from '../../../../shared/contracts/channels.ts'
import { api } from '../../../api.ts'

export type Mailbox = z.input<typeof MailboxList>['items'][number]
export type Trial = z.input<typeof MailboxTrial>

const KEY = ['mailboxes']
const POLL = 15_000

/** Mailboxes with how they fare, asked again while one looks: reading goes on in the background. */
export const useMailboxes = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ items: Mailbox[] }>('/api/v1/mailboxes', {}, signal),
    refetchInterval: POLL,
  })

export function useRefreshMailboxes() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: KEY })
}

export const mailboxPath = (id: string) => `/api/v1/mailboxes/${id}`
