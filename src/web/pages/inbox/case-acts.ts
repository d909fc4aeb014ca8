import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'

type Said = { said: string; undo?: () => Promise<unknown> }

/**
 * Runs an act on cases, says how it went, and asks again for everything that shows cases.
 * True when it was done.
 */
export function useActing() {
  const queries = useQueryClient()
  const { say, sayProblem, offerUndo } = useSaying()
  return useMemo(() => {
    const refresh = () => queries.invalidateQueries({ queryKey: ['cases'] })
    return async (work: () => Promise<unknown>, told?: Said): Promise<boolean> => {
      try {
        await work()
        if (told?.undo) offerUndo({ said: told.said, undo: told.undo, undone: () => void refresh() })
        else if (told) say(told.said)
        return true
      } catch (thrown) {
        sayProblem(thrown)
        return false
      } finally {
        void refresh()
      }
    }
  }, [queries, say, sayProblem, offerUndo])
}

/** What can be done to one case with one key or click. */
export function useCaseActs(it: Case) {
  const acting = useActing()
  const { t } = useWords()
  const me = useSession().person
  const path = `/api/v1/cases/${it.id}`
  const owner = () =>
    it.owner || it.team
      ? api.send('PUT', `${path}/owner`, it.owner ? { person: it.owner.id } : { team: it.team?.id })
      : api.send('DELETE', `${path}/owner`)
  const watching = it.watchers.some(({ id }) => id === me.id)
  const watch = (on: boolean) => api.send(on ? 'PUT' : 'DELETE', `${path}/watchers/me`)
  return {
    watching,
    take: () =>
      acting(() => api.send('PUT', `${path}/owner`, { from: it.owner?.id ?? null }), {
        said: t('inbox.said.taken', { number: String(it.number) }),
        undo: owner,
      }),
    release: () =>
      acting(() => api.send('DELETE', `${path}/owner`), {
        said: t('inbox.said.released', { number: String(it.number) }),
        undo: owner,
      }),
    watch: () =>
      acting(() => watch(!watching), {
        said: watching ? t('inbox.said.unwatched') : t('inbox.said.watched'),
        undo: () => watch(watching),
      }),
    move: (stage: 'working' | 'waiting') =>
      acting(() => api.send('PUT', `${path}/stage`, { stage }), {
        said: stage === 'waiting' ? t('inbox.said.waiting') : t('inbox.said.working'),
        undo: () => api.send('PUT', `${path}/stage`, { stage: stage === 'waiting' ? 'working' : 'waiting' }),
      }),
    reopen: () => acting(() => api.send('DELETE', `${path}/resolution`), { said: t('inbox.said.reopened') }),
  }
}

export type CaseActs = ReturnType<typeof useCaseActs>
