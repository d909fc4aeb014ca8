import { normalTwoSided, Z95 } from '../statistics/distributions.ts'
import { benjaminiHochberg } from '../statistics/p-adjust.ts'
import { likelihoodRatio } from './collocations.ts'

/** A word and how many voices hold it here and there. */
export type WordCount = { word: string; here: number; there: number }

/**
 * How much a word is of one group rather than the other: the difference of its log-odds (natural logarithm; e to its
 * power is an odds ratio) with a 95 % interval, that difference in standard errors, and how often chance alone would
 * part the groups so, by the likelihood ratio, adjusted for how many words were looked at.
 */
export type Keyness = WordCount & { logOdds: number; low: number; high: number; z: number; p: number }

/** The prior weighs as much as so many voices: a word must be met some times before its odds leave the common ones. */
const PRIOR = 100

/**
 * Which words tell one group of voices from another: the difference of log-odds, each group's counts drawn towards
 * what both say together. Words met seldom have wide intervals and do not win by chance.
 *
 * Counts are of voices, not of occurrences, so that one who says a word ten times is one voice.
 *
 * @param words          integers, 0 ≤ here ≤ voices.here, 0 ≤ there ≤ voices.there
 * @param voices         how many voices each group has
 * @param options.prior  voices that the prior weighs, > 0
 * @returns              in the order of `words`; empty when a group has no voice, for then there is nothing to compare
 * @throws               RangeError when a count is not as above
 * @source               Monroe, Colaresi & Quinn 2008, Political Analysis 16:372–403, equations 16, 19 and 22, with
 *                       the pooled counts as the informative Dirichlet prior; `p`: Dunning 1993, which holds for few
 *                       voices as well, where a difference in standard errors sees nothing
 */
export function keyness(
  words: readonly WordCount[],
  voices: { here: number; there: number },
  { prior = PRIOR }: { prior?: number } = {},
): Keyness[] {
  if (!(prior > 0)) throw new RangeError(`keyness: want a prior over 0, got ${prior}`)
  for (const { word, here, there } of words)
    if (!(isCount(here, voices.here) && isCount(there, voices.there)))
      throw new RangeError(
        `keyness: want integers up to ${voices.here} and ${voices.there}, got ${here} and ${there} of ${word}`,
      )
  if (voices.here === 0 || voices.there === 0) return []
  const found = words.map((count) => ({ ...count, ...differenceOf(count, voices, prior) }))
  const adjusted = benjaminiHochberg(words.map((count) => chanceOf(count, voices)))
  return found.map((each, i) => ({ ...each, p: adjusted[i] ?? 1 }))
}

/** How often two groups that are one would differ so much in a word. */
function chanceOf({ here, there }: WordCount, voices: { here: number; there: number }): number {
  const isMoreHere = here * voices.there >= there * voices.here
  const [together, second] = isMoreHere ? [here, voices.here] : [there, voices.there]
  const gain = likelihoodRatio({ together, first: here + there, second, pairs: voices.here + voices.there })
  return normalTwoSided(Math.sqrt(gain))
}

const isCount = (count: number, most: number): boolean => Number.isInteger(count) && count >= 0 && count <= most

function differenceOf({ here, there }: WordCount, voices: { here: number; there: number }, prior: number) {
  // Half a voice more and one less keep the common share off 0 and 1.
  const expected = (prior * (here + there + 0.5)) / (voices.here + voices.there + 1)
  const [own, other] = [here + expected, there + expected]
  const [ownRest, otherRest] = [voices.here + prior - own, voices.there + prior - other]
  const logOdds = Math.log(own / ownRest) - Math.log(other / otherRest)
  const error = Math.sqrt(1 / own + 1 / ownRest + 1 / other + 1 / otherRest)
  return { logOdds, low: logOdds - Z95 * error, high: logOdds + Z95 * error, z: logOdds / error }
}
