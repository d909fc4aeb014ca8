import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Permission, Role } from '../shared/contracts/permissions.ts'
import type { Locale } from '../shared/words/locale.ts'
import { api } from './api.ts'

export type Session = {
  person: { id: string; name: string; email: string; locale: Locale; twoFactor: boolean }
  workspace: { id: string; name: string; slug: string; timezone: string; locale: Locale; firstRunDone: boolean }
  role: Role
  permissions: Permission[]
  workspaces: { id: string; name: string; slug: string }[]
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Session>('/api/v1/session', {}, signal),
  staleTime: 60_000,
})

/** Null outside the frame (sign-in, set-up). */
export const SessionContext = createContext<Session | null>(null)

/** Who is signed in and where. Only inside the frame. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession: outside the frame')
  return session
}

/** `const can = useCan(); can('case:close')`. Hides what would be refused; the server decides. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
