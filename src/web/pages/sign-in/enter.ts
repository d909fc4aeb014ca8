import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Session, sessionQuery } from '../../session.tsx'
import { parseSearch, useSearchState } from '../../where.ts'
import { safeReturn } from './safe-return.ts'

/** Goes in with a fresh session: to where one wanted to go before, else home. */
export function useEnter(): (session: Session | undefined) => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchState()
  return async (session) => {
    queries.clear()
    // A server that made the session without telling it is asked by the frame.
    if (session?.person) queries.setQueryData(sessionQuery.queryKey, session)
    const [path = '/', rest = ''] = safeReturn(search.return).split('?')
    await navigate({ to: path, search: parseSearch(rest), replace: true })
  }
}
