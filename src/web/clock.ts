import { useSyncExternalStore } from 'react'
import type { Instant } from '../shared/time/instant.ts'

/** The web app's only clock. */
export const now = (): Instant => Date.now() as Instant

const TICK = 15_000
const listeners = new Set<() => void>()
let current = now()
let timer: ReturnType<typeof setInterval> | undefined

function tick() {
  current = now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    tick()
    timer = setInterval(tick, TICK)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The time, renewed every 15 s by one timer for the whole page. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, () => current)
