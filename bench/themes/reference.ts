import { chance } from '../../src/engine/statistics/chance.ts'
import type { WordedTexts } from '../../src/engine/themes/words.ts'

const ROUNDS = 20

/** The simple way: texts as TF-IDF of length one, parted by spherical k-means; first middles are texts drawn by chance. */
export function plainClusters({ words, starts, ids }: WordedTexts, count: number, seed: number): Int32Array {
  const texts = starts.length - 1
  const rows = Array.from({ length: texts }, (_, i) => {
    const times = new Map<number, number>()
    for (let p = starts[i]!; p < starts[i + 1]!; p++) times.set(ids[p]!, (times.get(ids[p]!) ?? 0) + 1)
    return times
  })
  const holders = new Float64Array(words.length)
  for (const row of rows) for (const word of row.keys()) holders[word]!++
  for (const row of rows) {
    for (const [word, n] of row) row.set(word, (1 + Math.log(n)) * Math.log(texts / holders[word]!))
    const length = Math.hypot(...row.values()) || 1
    for (const [word, value] of row) row.set(word, value / length)
  }
  const next = chance(seed)
  let middles = new Float32Array(words.length * count)
  for (let c = 0; c < count; c++)
    for (const [word, value] of rows[Math.floor(next() * texts)]!) middles[word * count + c] = value
  const labels = new Int32Array(texts)
  const scores = new Float64Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(words.length * count)
    rows.forEach((row, i) => {
      scores.fill(0)
      for (const [word, value] of row) for (let c = 0; c < count; c++) scores[c]! += value * middles[word * count + c]!
      const best = scores.indexOf(Math.max(...scores))
      labels[i] = best
      for (const [word, value] of row) sums[word * count + best]! += value
    })
    const squares = new Float64Array(count)
    sums.forEach((x, at) => {
      squares[at % count]! += x * x
    })
    middles = sums.map((x, at) => x / (Math.sqrt(squares[at % count]!) || 1))
  }
  return labels
}
