/** Bounds of the examples that a category is taught by, for server and browser. */

/** Fewer that belong say too little; more are not kept. */
export const FEWEST_EXAMPLES_SHOWN = 5
export const MOST_EXAMPLES_KEPT = 200
/** Characters of one. */
export const LONGEST_EXAMPLE = 1_000
