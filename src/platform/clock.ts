import { readFileSync } from 'node:fs'
import { type Instant, instant } from '../shared/time/instant.ts'
import { reasonOf, StartRefusal } from './errors.ts'

/** Where `now` comes from. Everything outside platform takes the moment as an argument. */
export type Clock = () => Instant

export const systemClock: Clock = () => Date.now() as Instant

/**
 * A clock for checks: every process reads the same ISO instant from a file, anew at each look. While the file is
 * being written the last moment read from it holds.
 *
 * @throws StartRefusal when the file does not hold a moment to begin with
 */
export function fileClock(path: string): Clock {
  const read = () => instant(readFileSync(path, 'utf8').trim().slice(0, 40))
  let last: Instant
  try {
    last = read()
  } catch (error) {
    throw new StartRefusal(
      `HX_TEST_CLOCK must name a file that holds an ISO 8601 moment such as 2026-03-02T02:00:00Z (${reasonOf(error).replace(/\s+/g, ' ')}).`,
    )
  }
  return () => {
    try {
      last = read()
    } catch (error) {
      if (!(error instanceof RangeError || (error instanceof Error && 'code' in error))) throw error
    }
    return last
  }
}
