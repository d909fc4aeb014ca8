import { useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { useRefreshVoices } from './voices.ts'

/** So many requests at a time: a page of voices must not crowd out everyone else's. */
const AT_ONCE = 6

const pathOf = (id: string) => `/api/v1/feedback/${id}/set-aside`

async function forEach(ids: readonly string[], act: (id: string) => Promise<unknown>) {
  const outcomes: PromiseSettledResult<unknown>[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    outcomes.push(...(await Promise.allSettled(ids.slice(at, at + AT_ONCE).map(act))))
  }
  return outcomes
}

/** Sets voices aside, says how many, and offers the way back. */
export function useSetAside() {
  const { t, tell } = useWords()
  const refresh = useRefreshVoices()
  const { offerUndo, say, sayProblem } = useSaying()
  const [busy, setBusy] = useState(false)

  const restoreAll = (ids: readonly string[]) => forEach(ids, (id) => api.send('DELETE', pathOf(id)))

  async function setAside(ids: readonly string[], reason: string) {
    setBusy(true)
    const outcomes = await forEach(ids, (id) => api.send('PUT', pathOf(id), { reason }))
    const done = ids.filter((_, i) => outcomes[i]?.status === 'fulfilled')
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (done.length > 0) {
      offerUndo({
        said: t('explorer.aside-done', { n: done.length }),
        undo: () => restoreAll(done),
        undone: refresh,
      })
    }
    if (failed?.status === 'rejected') {
      say(t('explorer.aside-some', { failed: ids.length - done.length, why: tell(problemOf(failed.reason)) }))
    }
    setBusy(false)
    refresh()
  }

  async function restore(id: string) {
    setBusy(true)
    try {
      await api.send('DELETE', pathOf(id))
      say(t('explorer.restored'))
      refresh()
    } catch (thrown) {
      sayProblem(thrown)
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    setAside: (ids: readonly string[], reason: string) => void setAside(ids, reason),
    restore: (id: string) => void restore(id),
  }
}
