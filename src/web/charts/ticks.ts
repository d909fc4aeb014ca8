const AT_MOST = 5

/** Where the lines of a count's axis stand: from 0 in round steps of 1, 2 or 5 up to the first at or above `highest`. */
export function ticks(highest: number): number[] {
  const rough = Math.max(highest, 1) / AT_MOST
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, i) => i * step)
}
