/**
 * What changes on the server shows here without a reload. One EventSource for the whole app reads
 * `/api/v1/stream`, whose unnamed events carry `{name: 'case.closed', ids: {caseId}}`; a page says which of its
 * query keys they touch: `useLive(['cases'])`, or `useLive(['home'], ['case', 'feedback'])`.
 */
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { now } from './clock.ts'

/** `ids` by their names in the event: `{ caseId: '…' }`. */
type News = { name: string; ids: Readonly<Record<string, string>> }
type Hear = (news: News | null) => void

/** A burst of events (an import, say) refreshes a list once a second, not once an event. */
const CALM = 1_000
const SLOWEST = 30_000
const BACKGROUND = 60_000

const hearers = new Set<Hear>()
const watchers = new Set<() => void>()
let source: EventSource | null = null
let wait = 1_000
let lostAt: number | null = null
/** The stream was away, so events may have passed unheard. */
let missed = false
let timer: ReturnType<typeof setTimeout> | undefined

function setLost(at: number | null) {
  if ((lostAt === null) === (at === null)) return
  lostAt = at
  for (const watcher of watchers) watcher()
}

function isNews(value: unknown): value is News {
  return typeof value === 'object' && value !== null && typeof (value as Partial<News>).name === 'string'
}

/** Null for what is not news: a newer server may speak of things that this page does not know. */
function parse(text: string): News | null {
  try {
    const value: unknown = JSON.parse(text)
    return isNews(value) ? value : null
  } catch {
    return null
  }
}

function open() {
  source = new EventSource('/api/v1/stream')
  source.onopen = () => {
    wait = 1_000
    if (missed) for (const hear of hearers) hear(null)
    missed = false
    setLost(null)
  }
  source.onmessage = (event) => {
    const news = parse(event.data)
    if (news) for (const hear of hearers) hear(news)
  }
  source.onerror = () => {
    missed = true
    setLost(now())
    // The browser reconnects by itself, with Last-Event-ID, unless it was answered with an error.
    if (source?.readyState !== EventSource.CLOSED) return
    timer = setTimeout(open, wait)
    wait = Math.min(wait * 2, SLOWEST)
  }
}

function close() {
  missed = true
  clearTimeout(timer)
  source?.close()
  source = null
  setLost(null)
}

/**
 * Keeps the stream open while the frame stands and is looked at. A browser allows six connections to a server
 * over HTTP/1.1, all tabs together: a tab in the background gives its one back after a minute.
 */
export function useStream() {
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(resting)
      if (document.hidden) resting = setTimeout(close, BACKGROUND)
      else if (!source) open()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(resting)
      close()
    }
  }, [])
}

/** True while the stream is broken. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => lostAt !== null,
  )
}

/** 'cases' is touched by `case.…`, 'feedback' by `feedback.…`. */
const touches = (noun: string, name: string) =>
  name.startsWith(`${noun}.`) || name.startsWith(`${noun.replace(/s$/, '')}.`)

/**
 * Asks again for every query whose key starts with `key` when an event of one of `nouns` arrives, and after a
 * broken connection is back, for what was missed is not known then.
 *
 * @param nouns  default: the first part of the key, as plural or singular
 */
export function useLive(key: QueryKey, nouns?: readonly string[]) {
  const queries = useQueryClient()
  const what = JSON.stringify([key, nouns ?? [String(key[0])]])
  useEffect(() => {
    const [prefix, names] = JSON.parse(what) as [QueryKey, string[]]
    let due: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      due = undefined
      void queries.invalidateQueries({ queryKey: prefix })
    }
    const hear: Hear = (news) => {
      if (due === undefined && (!news || names.some((noun) => touches(noun, news.name))))
        due = setTimeout(refresh, CALM)
    }
    hearers.add(hear)
    return () => {
      hearers.delete(hear)
      clearTimeout(due)
    }
  }, [queries, what])
}
