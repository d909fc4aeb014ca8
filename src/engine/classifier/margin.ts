import { chance, shuffle } from '../statistics/chance.ts'
import type { Vector } from './vectors.ts'

export type MarginOptions = {
  /** What a text on the wrong side costs; larger fits closer. */
  cost: number
  /** Passes over all texts at most. */
  epochs: number
  seed: number
}

/** Texts far on the right side are left alone until the end; below this a pass has changed nothing worth another. */
const FAR = 0.1
const SETTLED = 0.05
const PASSES_BEFORE_SHRINKING = 3

/**
 * A plane between two groups of texts: the linear support vector machine with squared hinge loss, by dual coordinate
 * descent. The bias is learned as the weight of a feature that every text has.
 *
 * @param vectors   the texts
 * @param isWithin  1 for those of the group, -1 for the others
 * @param size      places of the vocabulary
 * @returns         weights by place, and the bias: a text is within where weights · vector + bias > 0
 * @source Hsieh, Chang, Lin, Keerthi & Sundararajan 2008, ICML: A dual coordinate descent method for large-scale
 *         linear SVM (with shrinking)
 */
export function fitMargin(
  vectors: readonly Vector[],
  isWithin: Int8Array,
  size: number,
  { cost, epochs, seed }: MarginOptions,
): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(size)
  const alphas = new Float64Array(vectors.length)
  const squares = Float64Array.from(vectors, squareOf)
  const softness = 0.5 / cost
  const next = chance(seed)
  const order = Int32Array.from(vectors.keys())
  let active = order.length
  let bias = 0

  /** Moves the plane for one text; gives how far from right it was. */
  const step = (i: number): number | 'far' => {
    const { places, values } = vectors[i]!
    const side = isWithin[i]!
    let product = bias
    for (let k = 0; k < places.length; k++) product += weights[places[k]!]! * values[k]!
    const alpha = alphas[i]!
    const slope = product * side - 1 + softness * alpha
    if (alpha === 0 && slope >= 0) return slope > FAR ? 'far' : 0
    const moved = Math.max(alpha - slope / (squares[i]! + softness), 0)
    alphas[i] = moved
    const change = (moved - alpha) * side
    for (let k = 0; k < places.length; k++) weights[places[k]!]! += change * values[k]!
    bias += change
    return Math.abs(slope)
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order.subarray(0, active), next)
    let worst = 0
    for (let at = 0; at < active; at++) {
      const i = order[at]!
      const wrong = step(i)
      if (wrong !== 'far') worst = Math.max(worst, wrong)
      else if (epoch >= PASSES_BEFORE_SHRINKING) {
        active--
        order[at] = order[active]!
        order[active] = i
        at--
      }
    }
    if (worst >= SETTLED) continue
    if (active === order.length) break
    active = order.length
  }
  return { weights, bias }
}

/** Plus one for the feature that every text has. */
function squareOf({ values }: Vector): number {
  let sum = 1
  for (let k = 0; k < values.length; k++) sum += values[k]! * values[k]!
  return sum
}
