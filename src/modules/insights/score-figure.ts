import { ces } from '../../engine/statistics/ces.ts'
import { csat } from '../../engine/statistics/csat.ts'
import { nps, npsGroup } from '../../engine/statistics/nps.ts'

export type ScoreKind = 'nps' | 'csat' | 'ces'

/** How often each value was given. */
export type Given = readonly (readonly [value: number, count: number])[]

export type ScoreFigure = { n: number; value: number | null; interval: { low: number; high: number } | null }

/** NPS in points, CSAT as the share of 4 and 5, CES as the mean; each with its n and 95 % interval. */
export function scoreFigure(kind: ScoreKind, given: Given): ScoreFigure {
  const n = given.reduce((sum, [, count]) => sum + count, 0)
  if (kind === 'nps') {
    const groups = { promoters: 0, passives: 0, detractors: 0 }
    for (const [value, count] of given) groups[npsGroup(value)] += count
    const found = nps(groups)
    return { n, value: found?.score ?? null, interval: found === null ? null : { low: found.low, high: found.high } }
  }
  if (kind === 'csat') {
    const found = csat(given.map(([value, count]) => [value, count]))
    return { n, value: found?.share ?? null, interval: found?.interval ?? null }
  }
  const found = ces(given.map(([value, count]) => [value, count]))
  return { n, value: found?.mean ?? null, interval: found?.interval ?? null }
}
