/** Below these nothing is learned, or nothing that was learned can be checked. */
export const LEAST_LEARNED = 8
export const LEAST_HELD_BACK = 3

/** Why what was learned is taken, or is not: see `outcomeOf`. */
export type LessonOutcome = 'better' | 'equal' | 'worse' | 'too-few'

/**
 * Whether what was learned takes the place of what is live: only when it is wrong less often on judgements that neither
 * has learned from. Where both are wrong as often, what is live stays: a change that gains nothing is none.
 *
 * @param before  errors of what is live, on `heldBack` judgements
 * @param after   errors of what was learned, on the same
 */
export function outcomeOf({
  learnedFrom,
  heldBack,
  before,
  after,
}: {
  learnedFrom: number
  heldBack: number
  before: number
  after: number
}): LessonOutcome {
  if (learnedFrom < LEAST_LEARNED || heldBack < LEAST_HELD_BACK) return 'too-few'
  if (after === before) return 'equal'
  return after < before ? 'better' : 'worse'
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
