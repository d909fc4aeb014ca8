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

/**
 * The distance from which giving a label is right most often: the best F1 over all labels together.
 *
 * @param neverEmpty  true where the nearest label is given however far it is
 */
export function bestCut(
  distances: readonly Float64Array[],
  given: readonly ReadonlySet<number>[],
  neverEmpty: boolean,
): number {
  let wanted = 0
  let found = 0
  let hits = 0
  const open: { distance: number; right: boolean }[] = []
  for (const [i, row] of distances.entries()) {
    const nearest = neverEmpty ? nearestOf(row) : -1
    wanted += given[i]!.size
    for (const [label, distance] of row.entries()) {
      const right = given[i]!.has(label)
      if (label !== nearest) open.push({ distance, right })
      else {
        found++
        hits += Number(right)
      }
    }
  }
  open.sort((a, b) => b.distance - a.distance)
  let best = { cut: 0, f1: -1 }
  for (const [i, { distance, right }] of open.entries()) {
    found++
    hits += Number(right)
    const f1 = (2 * hits) / (found + wanted)
    if (f1 > best.f1) best = { cut: (distance + (open[i + 1]?.distance ?? distance)) / 2, f1 }
  }
  return best.cut
}

/** The place of the largest distance. */
export function nearestOf(distances: Float64Array): number {
  let nearest = 0
  for (let i = 1; i < distances.length; i++) if (distances[i]! > distances[nearest]!) nearest = i
  return nearest
}
