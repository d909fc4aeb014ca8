import type { Plan, Window } from './verification-plan.ts'

/** What the reader must know before believing a verdict. They never change it. */
export type Caution =
  /** The denominator changes for other reasons too. */
  | 'denominator-moves'
  /** Before was picked as the worst: some of the gain would have come anyway. */
  | 'regression-to-mean'
  /** One window is over a tenth longer than the other. */
  | 'windows-unequal'
  /** A window is not whole weeks, so its weekdays differ from the other's. */
  | 'weekdays-mixed'
  /** A window is shorter than a week. */
  | 'window-short'
  /** One window holds over twice the voices of the other: who speaks may have changed. */
  | 'volume-shifted'
  /** Too few voices to see reliably the move that was hoped for. */
  | 'underpowered'

const DAY = 86_400_000

/** Whole weeks matter less the longer a window is: over eight weeks, one odd day is under 2 %. */
const LONG_DAYS = 56

const daysOf = ({ from, to }: Window): number => (Date.parse(to) - Date.parse(from)) / DAY

/**
 * What to say beside a verdict, in a fixed order.
 *
 * @param n       voices or exposures of each window
 * @param needed  voices or exposures per window for the hoped-for move; null when none was stated
 */
export function cautionsOf(plan: Plan, n: { before: number; after: number }, needed: number | null): Caution[] {
  const before = daysOf(plan.before)
  const after = daysOf(plan.after)
  const shorter = Math.min(before, after)
  const odd = (days: number) => days < LONG_DAYS && Math.abs(days - 7 * Math.round(days / 7)) > 1 / 12
  const found: [Caution, boolean][] = [
    ['denominator-moves', plan.denominator === 'moves'],
    ['regression-to-mean', plan.beforePicked === 'worst'],
    ['windows-unequal', Math.abs(before - after) > 0.1 * shorter],
    ['window-short', shorter < 7],
    ['weekdays-mixed', shorter >= 7 && (odd(before) || odd(after))],
    ['volume-shifted', volumeShifted(n.before / before, n.after / after)],
    ['underpowered', needed !== null && Math.min(n.before, n.after) < needed],
  ]
  return found.flatMap(([caution, holds]) => (holds ? [caution] : []))
}

/** Per day, so that a longer window alone is no shift. */
const volumeShifted = (before: number, after: number): boolean =>
  before > 0 && after > 0 && Math.max(before, after) > 2 * Math.min(before, after)
