import { MINUTE } from '../../shared/time/instant.ts'

export type Circuit = {
  /** Whether asking is worth while just now. After a pause one caller is let through to try. */
  mayAsk(now: number): boolean
  /** Whether it is known to be away at this moment. */
  isOpen(now: number): boolean
  /** What became of an ask. */
  note(answered: boolean, now: number): void
}

const FAILS = 3
const PAUSE = MINUTE

/** Opens after three failures in a row, so that nobody waits for a service that is away; tries again after a minute. */
export function createCircuit({ fails = FAILS, pause = PAUSE }: { fails?: number; pause?: number } = {}): Circuit {
  let failed = 0
  let tryAt = 0
  const isOpen = (now: number) => failed >= fails && now < tryAt
  return {
    isOpen,
    mayAsk(now) {
      if (failed < fails) return true
      if (now < tryAt) return false
      // The one who tries; the others wait another pause.
      tryAt = now + pause
      return true
    },
    note(answered, now) {
      failed = answered ? 0 : failed + 1
      if (failed >= fails) tryAt = now + pause
    },
  }
}
