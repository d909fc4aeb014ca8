import { sampleForMargin } from '../../engine/statistics/sample-size.ts'

/** A share is said to be known when it is known to this many points either way. */
const MARGIN = 0.1
/** Fewer than these say nothing of rare mistakes, however alike they are. */
const FEWEST = 30

/**
 * How many more voices have to be judged until a share is known to about ten points either way at 95 %; 0 when it is.
 *
 * @param share  hits of so many; the share so far is taken as what is expected, drawn towards one half by Wilson's two and
 *               two, so that a few that are all right do not promise that few are enough
 */
export function wantedFor({ hits, of }: { hits: number; of: number }): number {
  const expected = (hits + 2) / (of + 4)
  return Math.max(0, Math.max(FEWEST, sampleForMargin({ margin: MARGIN, share: expected })) - of)
}
