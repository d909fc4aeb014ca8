/** What the one who is signed in was told, and reading it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, type Facts } from './api.ts'

export type Notification = {
  id: string
  kind: string
  subject: string
  facts: Facts
  link: string | null
  createdAt: string
  readAt: string | null
}
export type Notifications = { items: Notification[]; unread: number }
type Which = { ids: string[] } | { all: true }

export const NOTIFICATIONS_KEY = ['notifications']
const SHOWN = 20

export const useNotifications = () =>
  useQuery({
    queryKey: NOTIFICATIONS_KEY,
    queryFn: ({ signal }) => api.get<Notifications>('/api/v1/notifications', { limit: SHOWN }, signal),
  })

export function useReading() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (which: Which) => api.send('PUT', '/api/v1/notifications/read', which),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY }),
  })
}

/** Who looks at a thing has read what they were told of it. */
export function useSeen(subject: string): void {
  const { data } = useNotifications()
  const { mutate } = useReading()
  const unread = (data?.items ?? []).filter((item) => item.subject === subject && item.readAt === null)
  const ids = unread.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids !== '' && !document.hidden) mutate({ ids: ids.split(' ') })
  }, [ids, mutate])
}
