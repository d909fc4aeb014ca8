import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, problemOf } from '../api.ts'

export type Saving = {
  state: 'clean' | 'dirty' | 'saving' | 'saved' | 'failed'
  problem: ApiProblem | null
  retry: () => void
}

/**
 * Saves `value` when it has rested for `rest` ms. Changes made while a save is on its way are saved after it,
 * so the server always ends with the last value.
 *
 * @param value  compared by identity: keep it in state
 * @returns      what SaveState shows
 */
export function useAutosave<T>(value: T, save: (value: T) => Promise<unknown>, rest = 600): Saving {
  const [state, setState] = useState<Saving['state']>('clean')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const kept = useRef(value)
  const latest = useRef({ value, save })
  const busy = useRef(false)
  latest.current = { value, save }

  const run = useRef(async () => {
    if (busy.current) return
    busy.current = true
    setState('saving')
    try {
      while (kept.current !== latest.current.value) {
        const sent = latest.current.value
        await latest.current.save(sent)
        kept.current = sent
      }
      setProblem(null)
      setState('saved')
    } catch (thrown) {
      setProblem(problemOf(thrown))
      setState('failed')
    } finally {
      busy.current = false
    }
  })

  useEffect(() => {
    if (kept.current === value) return
    setState((old) => (old === 'saving' ? old : 'dirty'))
    const timer = setTimeout(() => void run.current(), rest)
    return () => clearTimeout(timer)
  }, [value, rest])

  // Leaving with something unsaved asks the browser to hold the page.
  const unsafe = state === 'dirty' || state === 'saving' || state === 'failed'
  useEffect(() => {
    if (!unsafe) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [unsafe])

  return { state, problem, retry: () => void run.current() }
}
