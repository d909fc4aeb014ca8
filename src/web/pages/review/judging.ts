import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { useConnectionLost } from '../../live.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useSession } from '../../session.tsx'
import type { Given } from './judgement.ts'
import { reviewPath, type Taken, useCounting } from './review.ts'
import { keepUnsent, readUnsent } from './unsent.ts'

export type Sent = { given: Given; state: 'sending' | 'taken' | 'unsent' }

/** What may succeed later: no network, a server that is away, a session that has ended. */
const isPassing = (status: number) => status === 0 || status === 401 || status === 429 || status >= 500

/** Asked again later, of itself. */
const AGAIN = 15_000

/**
 * Says what people judge, while the next voice is already there. What could not be sent is kept, shown and sent again
 * when the line is back; what the server refuses is said, and the voice comes back.
 */
export function useJudging() {
  const { person, workspace } = useSession()
  const owner = `${workspace.id}.${person.id}`
  const count = useCounting()
  const { sayProblem } = useSaying()
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(
    () => new Map(Object.entries(readUnsent(owner)).map(([id, given]) => [id, { given, state: 'unsent' }])),
  )
  const latest = useRef(sent)
  /** What is under way for a voice: taking back waits for the sending. */
  const ways = useRef(new Map<string, Promise<void>>())
  /** What the server has taken. */
  const arrived = useRef(new Set<string>())

  const change = useCallback(
    (id: string, to: Sent | null) => {
      const next = new Map(latest.current)
      next.delete(id)
      if (to) next.set(id, to)
      latest.current = next
      setSent(next)
      const open = [...next].filter(([, { state }]) => state !== 'taken').map(([key, { given }]) => [key, given])
      keepUnsent(owner, Object.fromEntries(open))
    },
    [owner],
  )

  const then = useCallback((id: string, act: () => Promise<void>) => {
    const way = (ways.current.get(id) ?? Promise.resolve()).then(act)
    ways.current.set(id, way)
    return way
  }, [])

  const send = useCallback(
    (id: string) =>
      then(id, async () => {
        const given = latest.current.get(id)?.given
        if (given === undefined) return
        const isStill = () => latest.current.get(id)?.given === given
        try {
          await api.send<Taken>('POST', reviewPath(id), given)
          arrived.current.add(id)
          if (isStill()) change(id, { given, state: 'taken' })
        } catch (thrown) {
          if (!isStill()) return
          if (isPassing(problemOf(thrown).status)) return change(id, { given, state: 'unsent' })
          change(id, null)
          count(-1)
          sayProblem(thrown)
        }
      }),
    [then, change, count, sayProblem],
  )

  const judge = useCallback(
    (id: string, given: Given) => {
      change(id, { given, state: 'sending' })
      count(1)
      void send(id)
    },
    [change, count, send],
  )

  const resend = useCallback(() => {
    for (const [id, { given, state }] of latest.current) {
      if (state !== 'unsent') continue
      change(id, { given, state: 'sending' })
      void send(id)
    }
  }, [change, send])

  const takeBack = useCallback(
    (id: string) => {
      const was = latest.current.get(id)
      if (was === undefined) return
      change(id, null)
      count(-1)
      void then(id, async () => {
        // What never arrived is not known there.
        if (!arrived.current.delete(id)) return
        try {
          await api.send('DELETE', reviewPath(id))
        } catch (thrown) {
          arrived.current.add(id)
          change(id, { given: was.given, state: 'taken' })
          count(1)
          sayProblem(thrown)
        }
      })
    },
    [change, count, then, sayProblem],
  )

  const states = useMemo(() => [...sent.values()].map(({ state }) => state), [sent])
  const unsent = states.filter((state) => state === 'unsent').length
  useResending(unsent, resend)
  useHolding(unsent > 0 || states.includes('sending'))
  return { sent, judge, takeBack, resend, unsent }
}

/** Sends again when the line is back, and once in a while until then; at once what an earlier visit left. */
function useResending(unsent: number, resend: () => void) {
  const lost = useConnectionLost()
  useEffect(() => resend(), [resend])
  useEffect(() => {
    if (!lost) resend()
  }, [lost, resend])
  useEffect(() => {
    if (unsent === 0) return
    const timer = setInterval(resend, AGAIN)
    window.addEventListener('online', resend)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', resend)
    }
  }, [unsent, resend])
}

/** Leaving with something unsent asks the browser to hold the page. */
function useHolding(isUnsafe: boolean) {
  useEffect(() => {
    if (!isUnsafe) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isUnsafe])
}
