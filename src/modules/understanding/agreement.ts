import { kappa, type Share } from '../../engine/classifier/assess.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import { JUDGED_FIELDS, type JudgedField } from '../../shared/contracts/review.ts'

/** What two people said of one field of one voice. */
export type Pair = { field: JudgedField; first: unknown; second: unknown }

export type Agreed = { field: JudgedField; n: number; agreed: Share; kappa: number | null }

/** The same label, or the same categories in any order. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((each) => b.includes(each))
}

/**
 * How far two people agree, by field. For categories the kappa is the mean over those that either named, each taken as
 * named or not named; those where it is not known are left out.
 */
export function agreementOf(pairs: readonly Pair[]): Agreed[] {
  return JUDGED_FIELDS.map((field) => {
    const of = pairs.filter((pair) => pair.field === field)
    const hits = of.filter(({ first, second }) => isAlike(first, second)).length
    const rate = of.length === 0 ? null : hits / of.length
    return {
      field,
      n: of.length,
      agreed: { hits, of: of.length, rate, interval: wilsonInterval(hits, of.length) },
      kappa:
        field === 'categories'
          ? meanKappa(of)
          : kappa(of.map(({ first, second }): [string, string] => [String(first), String(second)])),
    }
  })
}

function meanKappa(pairs: readonly Pair[]): number | null {
  const sets = pairs.map(
    ({ first, second }) => [first, second].map((side) => new Set(side as string[])) as [Set<string>, Set<string>],
  )
  const named = new Set(sets.flatMap(([a, b]) => [...a, ...b]))
  const known = [...named].flatMap((category) => {
    const says = (side: Set<string>) => String(side.has(category))
    return kappa(sets.map(([a, b]): [string, string] => [says(a), says(b)])) ?? []
  })
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
}
