import { readFileSync } from 'node:fs'
import { type Instant, instant } from '../shared/time/instant.ts'

/** Where `now` comes from. Everything outside platform takes the moment as an argument. */
export type Clock = () => Instant

export const systemClock: Clock = () => Date.now() as Instant

/** A clock for checks: every process reads the same ISO instant from a file, anew at each look. */
export function fileClock(path: string): Clock {
  return () => instant(readFileSync(path, 'utf8').trim())
}
