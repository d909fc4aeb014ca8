import { wilsonInterval } from '../statistics/wilson-interval.ts'

/** Below these nothing is learned, or nothing that was learned can be checked. */
export const LEAST_LEARNED = 8
export const LEAST_HELD_BACK = 3

/** Why what was learned is taken, or is not: see `outcomeOf`. */
export type LessonOutcome = 'better' | 'equal' | 'worse' | 'too-far' | 'too-few'

/** One standard error: a single voice that changed by chance is no harm yet. */
const PLAUSIBLE = 1

export type Checked = {
  learnedFrom: number
  heldBack: number
  /** Errors of what is live, and of what was learned, on the judgements held back. */
  before: number
  after: number
  /** Part of the workspace's voices that people judge at all, 0…1. */
  judgedShare: number
  /** Voices that nobody judged, unlike any that somebody objected to and not learned from; those judged otherwise now. */
  calm: number
  changed: number
}

/**
 * Whether what was learned takes the place of what is live: only when it is wrong less often on judgements that neither
 * has learned from. Where both are wrong as often, what is live stays: a change that gains nothing is none.
 *
 * People judge what is wrong, so that judgements alone would let everything through that turns labels over. Where it
 * changes more of the voices that nobody objected to than it mends of all, it goes too far.
 */
export function outcomeOf({
  learnedFrom,
  heldBack,
  before,
  after,
  judgedShare,
  calm,
  changed,
}: Checked): LessonOutcome {
  if (learnedFrom < LEAST_LEARNED || heldBack < LEAST_HELD_BACK) return 'too-few'
  if (after === before) return 'equal'
  if (after > before) return 'worse'
  const gain = ((before - after) / heldBack) * judgedShare
  const harm = (wilsonInterval(changed, calm, PLAUSIBLE)?.low ?? 0) * (1 - judgedShare)
  return gain > harm ? 'better' : 'too-far'
}

const PART = 3
const PRIME = 0x01000193
const START = 0x811c9dc5

/**
 * Whether the judgement of a voice is held back for good: a third of them, by the voice's id alone, so that no version
 * ever learns from one that another is checked on.
 *
 * @source FNV-1a, Fowler, Noll & Vo; its upper half, which is mixed best
 */
export function isHeldBack(id: string): boolean {
  let hash = START
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), PRIME)
  return ((Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 16) & 0xffff) % PART === 0
}
