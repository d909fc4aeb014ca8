import { JUDGED_FIELDS, type JudgedField } from '../../shared/contracts/review.ts'
import { isAlike } from './agreement.ts'

/** What one person said of one field of a voice, in order of time. */
export type Word = { field: JudgedField; by: string; value: string | string[] }

export type Standing = {
  state: 'settled' | 'second' | 'differs'
  /** What holds; of fields that are not settled nothing. */
  holds: Partial<Record<JudgedField, string | string[]>>
}

/**
 * Where a voice stands after what was said of it. One person settles it where one is enough, and one who decides settles
 * it always. Else two must have said the same of each field that anybody spoke of: until there are two it waits for the
 * second; where no two are alike it differs.
 *
 * @param decidedBy  one whose word ends the matter; null for none
 */
export function standingOf(
  words: readonly Word[],
  { twoReviewers, decidedBy }: { twoReviewers: boolean; decidedBy: string | null },
): Standing {
  const holds: Standing['holds'] = {}
  let state: Standing['state'] = 'settled'
  for (const field of JUDGED_FIELDS) {
    const of = words.filter((word) => word.field === field)
    if (of.length === 0) continue
    const decided = of.find(({ by }) => by === decidedBy) ?? (twoReviewers ? undefined : of.at(-1))
    const held = decided ?? of.find((one, i) => of.some((other, k) => k < i && isAlike(one.value, other.value)))
    if (held !== undefined) holds[field] = held.value
    else if (of.length > 1) state = 'differs'
    else if (state === 'settled') state = 'second'
  }
  return { state, holds }
}
