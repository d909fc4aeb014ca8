const Z = 1.959964

/** Wilson's 95 % interval of a share of `n` ≥ 1, as fractions of 1 (Wilson 1927). The same as the engine's, which browsers do not load. */
export function wilson(count: number, n: number): { low: number; high: number } {
  const share = count / n
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const centre = share + (Z * Z) / (2 * n)
  const scale = 1 + (Z * Z) / n
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}
