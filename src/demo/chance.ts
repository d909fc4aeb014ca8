/** Chance that can be told again: the same seed always gives the same numbers. */
export type Chance = {
  /** Uniform in [0, 1). */
  share: () => number
  /** Integer in [low, high], both included. */
  between: (low: number, high: number) => number
  /** True with probability p. */
  happens: (p: number) => boolean
  /** One of a list that is not empty. */
  pick: <T>(list: readonly T[]) => T
  /** The index of one of the weights, each as likely as it is heavy; weights ≥ 0, not all 0. */
  weighted: (weights: readonly number[]) => number
}

/**
 * A small generator of its own, so that the story does not change with the platform's.
 *
 * @source mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to tell a story
 */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1))
  return {
    share,
    between,
    happens: (p) => share() < p,
    pick: (list) => {
      const found = list[between(0, list.length - 1)]
      if (found === undefined) throw new RangeError('pick: the list is empty')
      return found
    },
    weighted: (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      if (!(total > 0)) throw new RangeError('weighted: the weights add up to nothing')
      let left = share() * total
      for (const [index, weight] of weights.entries()) {
        left -= weight
        if (left < 0) return index
      }
      return weights.length - 1
    },
  }
}
