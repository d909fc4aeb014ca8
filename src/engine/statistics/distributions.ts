import { whereReached } from './root.ts'
import { incompleteBeta, incompleteGamma } from './special-functions.ts'

/** Normal quantile of a two-sided 95 % interval. */
export const Z95 = 1.9599639845400543

function wantShare(name: string, p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`${name}: want 0 < p < 1, got ${p}`)
}

/** P(Z > x) of the standard normal; keeps its digits far out (1e-198 at x = 30). */
export function normalUpper(x: number): number {
  const { lower, upper } = incompleteGamma(0.5, (x * x) / 2)
  return x >= 0 ? upper / 2 : 0.5 + lower / 2
}

/** P(Z ≤ x) of the standard normal. */
export const normalCdf = (x: number): number => normalUpper(-x)

/** The z that leaves `p` below it, 0 < p < 1. */
export function normalQuantile(p: number): number {
  wantShare('normalQuantile', p)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const z = whereReached((x) => -Math.log(normalUpper(x)), -Math.log(tail), 0, 40)
  return p < 0.5 ? -z : z
}

/** Two-sided p value of a z score. */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalUpper(Math.abs(z)))

/** P(T > t) of Student's t with `df` > 0 degrees of freedom (need not be whole). */
export function tUpper(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`tUpper: want df > 0, got ${df}`)
  const tt = t * t
  const tail = incompleteBeta(df / 2, 0.5, df / (df + tt), tt / (df + tt)).lower / 2
  return t >= 0 ? tail : 1 - tail
}

/** Two-sided p value of a t score. */
export const tTwoSided = (t: number, df: number): number => 2 * tUpper(Math.abs(t), df)

/** The t that leaves `p` below it, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  wantShare('tQuantile', p)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const fallen = (x: number) => -Math.log(tUpper(x, df))
  let high = 2
  while (fallen(high) < -Math.log(tail)) high *= 2
  const t = whereReached(fallen, -Math.log(tail), 0, high)
  return p < 0.5 ? -t : t
}

/** P(X > x) of χ² with `df` > 0. */
export const chiSquareUpper = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper

/** The x that leaves `p` below it in χ² with `df` > 0, 0 < p < 1. */
export function chiSquareQuantile(p: number, df: number): number {
  wantShare('chiSquareQuantile', p)
  if (p > 0.5) {
    const fallen = (x: number) => -Math.log(incompleteGamma(df / 2, x / 2).upper)
    let high = 2 * df + 10
    while (fallen(high) < -Math.log1p(-p)) high *= 2
    return whereReached(fallen, -Math.log1p(-p), 0, high)
  }
  return whereReached((x) => incompleteGamma(df / 2, x / 2).lower, p, 0, 2 * df + 10)
}

/** The x that leaves `p` below it in Beta(a, b), 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  wantShare('betaQuantile', p)
  return whereReached((x) => incompleteBeta(a, b, x).lower, p, 0, 1)
}
