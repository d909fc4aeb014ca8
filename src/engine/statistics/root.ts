/**
 * Where an increasing function reaches `target`: bisection on [low, high], sped up by false position (Illinois).
 *
 * Always ends, and never leaves the bracket, which Newton's method on a quantile's tail would.
 *
 * @param f       not decreasing on [low, high], f(low) ≤ target ≤ f(high)
 * @returns       x with f(x) = target to the last digits that doubles carry
 */
export function whereReached(f: (x: number) => number, target: number, low: number, high: number): number {
  let a = low
  let b = high
  let fa = f(a) - target
  let fb = f(b) - target
  if (fa >= 0) return a
  if (fb <= 0) return b
  for (let step = 0; step < 400; step += 1) {
    // Every third step halves, so that a flat stretch cannot stall false position.
    const guess = step % 3 === 2 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa)
    const x = guess > a && guess < b ? guess : (a + b) / 2
    if (x <= a || x >= b || b - a <= 1e-16 * Math.abs(x)) return x
    const fx = f(x) - target
    if (fx === 0) return x
    if (fx < 0) {
      a = x
      fa = fx
      fb /= 2
    } else {
      b = x
      fb = fx
      fa /= 2
    }
  }
  return (a + b) / 2
}
