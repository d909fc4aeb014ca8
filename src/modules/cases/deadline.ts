import type { OpenInterval } from '../../shared/time/calendar.ts'
import { type Instant, MINUTE, type Minutes } from '../../shared/time/instant.ts'
import { spendOpen } from '../../shared/time/working-time.ts'

export type { OpenInterval }

export type Deadline = { kind: 'due'; at: Instant } | { kind: 'never' }

/**
 * When a promise of `budget` working minutes, made at `start`, runs out.
 *
 * Only open time is spent. `open` is read until the budget is spent, so the caller decides
 * how far ahead to look; a calendar that ends first gives 'never' rather than a guess.
 */
export function deadlineAfter(start: Instant, budget: Minutes, open: Iterable<OpenInterval>): Deadline {
  const at = spendOpen(start, budget * MINUTE, open)
  return at === null ? { kind: 'never' } : { kind: 'due', at }
}
