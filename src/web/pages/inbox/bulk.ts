import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import type { BulkAct, BulkResult, CaseItem } from './case-types.ts'

/** The API takes so many at once. */
const AT_ONCE = 100

/** One act on each of the cases, by itself. */
export async function sendBulk(ids: readonly string[], act: BulkAct): Promise<BulkResult['results']> {
  const results: BulkResult['results'] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = { ids: ids.slice(from, from + AT_ONCE), act }
    const done = await api.send<BulkResult>('POST', '/api/v1/cases/bulk', part, { once: newKey() })
    results.push(...done.results)
  }
  return results
}

/** Puts each case back to whom it belonged. */
async function giveBack(items: readonly CaseItem[]): Promise<void> {
  for (const { id, owner, team } of items) {
    const path = `/api/v1/cases/${id}/owner`
    if (owner) await api.send('PUT', path, { person: owner.id })
    else {
      await api.send('DELETE', path)
      if (team) await api.send('PUT', path, { team: team.id })
    }
  }
}

/**
 * Does one act on many cases and says how many took it, and why the others did not.
 *
 * @param items  the cases as they stand, to put back what can be put back
 */
export function useBulk(items: readonly CaseItem[]) {
  const queries = useQueryClient()
  const { t, term } = useWords()
  const { say, sayProblem, offerUndo } = useSaying()
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] })

  const undoOf = (act: BulkAct, done: readonly string[]) => {
    if (act.action === 'watch') return () => sendBulk(done, { action: 'unwatch' })
    if (act.action === 'assign') return () => giveBack(items.filter(({ id }) => done.includes(id)))
    return null
  }
  const whyNot = (refused: BulkResult['results']) => {
    const codes = new Map(refused.map(({ code, message }) => [code ?? '', message ?? '']))
    return [...codes].map(([code, message]) => {
      const words = term('problem', code)
      return words === code ? message : words
    })
  }
  return async (ids: readonly string[], act: BulkAct): Promise<boolean> => {
    try {
      const results = await sendBulk(ids, act)
      const done = results.filter(({ status }) => status === 'done').map(({ id }) => id)
      const refused = results.filter(({ status }) => status === 'refused')
      const undo = undoOf(act, done)
      const said = t('inbox.bulk.done', { n: done.length })
      if (done.length > 0 && undo) offerUndo({ said, undo, undone: refresh })
      else if (done.length > 0) say(said)
      if (refused.length > 0) say(t('inbox.bulk.refused', { n: refused.length, why: whyNot(refused).join(' ') }))
      return refused.length === 0
    } catch (thrown) {
      sayProblem(thrown)
      return false
    } finally {
      refresh()
    }
  }
}
