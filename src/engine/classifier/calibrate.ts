const GRID = Array.from({ length: 60 }, (_, i) => 0.4 * 1.08 ** i)

/**
 * How sharply distances from the planes turn into chances: the factor under which the labels given are likeliest.
 *
 * @param distances  for each text one for each label
 * @param given      the places of each text's labels
 * @source temperature scaling: Guo, Pleiss, Sun & Weinberger 2017, ICML
 */
export function bestSharpness(
  distances: readonly Float64Array[],
  given: readonly ReadonlySet<number>[],
  several: boolean,
): number {
  const loss = several ? lossOfSeveral : lossOfOne
  let best = { sharpness: 1, loss: Number.POSITIVE_INFINITY }
  for (const sharpness of GRID) {
    let sum = 0
    for (const [i, row] of distances.entries()) sum += loss(row, given[i]!, sharpness)
    if (sum < best.loss) best = { sharpness, loss: sum }
  }
  return best.sharpness
}

function lossOfOne(row: Float64Array, given: ReadonlySet<number>, sharpness: number): number {
  let top = Number.NEGATIVE_INFINITY
  for (const distance of row) top = Math.max(top, distance)
  let total = 0
  for (const distance of row) total += Math.exp(sharpness * (distance - top))
  let loss = 0
  for (const label of given) loss -= sharpness * (row[label]! - top) - Math.log(total)
  return loss
}

function lossOfSeveral(row: Float64Array, given: ReadonlySet<number>, sharpness: number): number {
  let loss = 0
  for (let label = 0; label < row.length; label++)
    loss += Math.log1p(Math.exp(given.has(label) ? -sharpness * row[label]! : sharpness * row[label]!))
  return loss
}

/** The distance from which giving a label is right most often: the best F1 over all labels together. */
export function bestCut(distances: readonly Float64Array[], given: readonly ReadonlySet<number>[]): number {
  const all = distances
    .flatMap((row, i) => Array.from(row, (distance, label) => ({ distance, right: given[i]!.has(label) })))
    .sort((a, b) => b.distance - a.distance)
  const wanted = all.reduce((sum, { right }) => sum + Number(right), 0)
  let hits = 0
  let best = { cut: 0, f1: -1 }
  for (const [i, { distance, right }] of all.entries()) {
    hits += Number(right)
    const f1 = (2 * hits) / (i + 1 + wanted)
    if (f1 > best.f1) best = { cut: (distance + (all[i + 1]?.distance ?? distance)) / 2, f1 }
  }
  return best.cut
}
