import { type Background, FEWEST_EXAMPLES, fewShotDistance, fitFewShot, type Shown } from './few-shot.ts'

type Counted = { hits: number; of: number }

/**
 * `recall`: of the examples, those found. `precision`: of what was found among the confirmed and what does not belong, the
 * confirmed. Examples tell nothing of precision, for a person chose them because they belong; nor do the confirmed of
 * recall, for they were found once.
 */
export type Checked = { precision: Counted; recall: Counted }

/** So many texts are left out one at a time; more, in so many groups. */
const ONE_BY_ONE = 20
const GROUPS = 10

/**
 * How right a category learned from these texts is: each is judged by what is learned from the others.
 *
 * @param others       texts that a person said do not belong, and that are none of the counters
 * @param backgrounds  what texts of even and of odd places are judged against: each must hold none of the texts judged
 *                     against it, and may hold the others of the other places as what never belongs
 * @returns           null where too few examples would be left to learn from
 */
export function checkFewShot(
  { definition, examples, confirmed = [], counters = [], share }: Shown,
  others: readonly string[],
  backgrounds: readonly [even: Background, odd: Background],
): Checked | null {
  const most = Math.max(examples.length, confirmed.length, counters.length)
  // An even number, so that the place of a text and that of its group are both even or both odd.
  const folds = most <= ONE_BY_ONE ? most + (most % 2) : GROUPS
  if (examples.length - Math.ceil(examples.length / Math.max(folds, 1)) < FEWEST_EXAMPLES) return null
  const checked = { precision: { hits: 0, of: 0 }, recall: { hits: 0, of: examples.length } }
  for (let fold = 0; fold < folds; fold++) {
    const within = (texts: readonly string[]) => texts.filter((_, i) => i % folds === fold)
    const without = (texts: readonly string[]) => texts.filter((_, i) => i % folds !== fold)
    const shown = { examples: without(examples), confirmed: without(confirmed), counters: without(counters) }
    const distance = fewShotDistance(fitFewShot({ definition, share, ...shown }, backgrounds[fold % 2 === 0 ? 0 : 1]))
    const found = (texts: readonly string[]) => within(texts).filter((text) => distance(text) >= 0).length
    const right = found(confirmed)
    checked.recall.hits += found(examples)
    checked.precision.hits += right
    checked.precision.of += right + found(counters) + found(others)
  }
  return checked
}
