import type { Vector } from '../classifier/vectors.ts'
import { chance, shuffle } from '../statistics/chance.ts'

/** What one plane is learned from; all in the same order. */
export type Side = {
  vectors: readonly Vector[]
  /** 1 for texts within, -1 for the others. */
  sides: Int8Array
  /** What is known before: log-odds of being within. The plane only adds to them. */
  offsets: Float64Array
  /** How much each text counts; larger fits closer. */
  costs: Float64Array
}

const PASSES = 12
/** A text that moves by less, in parts of its cost, has settled: it is looked at in every fourth pass only. */
const SETTLED = 2e-3
const LOOKED_AT = 4
const NEWTON_STEPS = 12
const NEAR = 1e-9

/**
 * The strongly held logistic regression that is added to log-odds known before: the weights of least size that make the
 * labels likely. Where what is known before is right and sure, a text moves next to nothing.
 *
 * @param size   places of the vocabulary
 * @param unit   value of the feature that every text has; the smaller, the more the bias is held
 * @returns      weights by place, and the bias: log-odds are offset + bias + weights · vector
 * @source dual coordinate descent for logistic regression: Yu, Huang & Lin 2011, Machine Learning 85:41–75; an offset
 *         adds to the slope of each dual variable
 */
export function fitPlane(
  { vectors, sides, offsets, costs }: Side,
  size: number,
  { unit, seed }: { unit: number; seed: number },
): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(size)
  const alphas = new Float64Array(vectors.length)
  const squares = Float64Array.from(vectors, ({ values }) => values.reduce((sum, v) => sum + v * v, unit * unit))
  const order = Int32Array.from(vectors.keys())
  const next = chance(seed)
  let bias = 0

  /** Moves the plane for one text; gives by which part of its cost. */
  const step = (i: number): number => {
    const { places, values } = vectors[i]!
    let product = bias * unit
    for (let k = 0; k < places.length; k++) product += weights[places[k]!]! * values[k]!
    const cost = costs[i]!
    const before = alphas[i]!
    const after = bestAlpha(sides[i]! * (offsets[i]! + product), before, squares[i]!, cost)
    const change = after - before
    if (change === 0) return 0
    alphas[i] = after
    const move = change * sides[i]!
    for (let k = 0; k < places.length; k++) weights[places[k]!]! += move * values[k]!
    bias += move * unit
    return Math.abs(change) / cost
  }

  const isCalm = new Uint8Array(vectors.length)
  for (let pass = 0; pass < PASSES; pass++) {
    const looksAtAll = pass % LOOKED_AT === 0
    shuffle(order, next)
    let moved = 0
    for (const i of order) {
      if (!looksAtAll && isCalm[i] === 1) continue
      const isMoved = step(i) >= SETTLED
      isCalm[i] = Number(!isMoved)
      moved += Number(isMoved)
    }
    if (looksAtAll && moved === 0) break
  }
  return { weights, bias: bias * unit }
}

/** Solves margin + square · (alpha − before) + log(alpha / (cost − alpha)) = 0 for alpha, as cost · σ(t), by Newton's steps on t. */
function bestAlpha(margin: number, before: number, square: number, cost: number): number {
  let low = -margin - square * cost
  let high = -margin + square * cost
  let t = Math.min(Math.max(-margin, low), high)
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const share = 1 / (1 + Math.exp(-t))
    const value = margin + square * (cost * share - before) + t
    if (Math.abs(value) < NEAR) break
    if (value > 0) high = t
    else low = t
    const wanted = t - value / (1 + square * cost * share * (1 - share))
    t = wanted > low && wanted < high ? wanted : (low + high) / 2
  }
  return cost / (1 + Math.exp(-t))
}
