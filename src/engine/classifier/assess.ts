import type { Interval } from '../statistics/interval.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'

/** What a text was filed under, what was found, and how sure that was. */
export type Judged = { given: readonly string[]; labels: readonly string[]; confidence: number }

/** A share with what it is a share of; null where nothing was counted. */
export type Share = { hits: number; of: number; rate: number | null; interval: Interval | null }

export type LabelFigures = { label: string; precision: Share; recall: Share; f1: number }

export type Assessment = {
  texts: number
  /** Texts whose labels were all found and no other. */
  accuracy: Share
  /** Over all labels given together, and the mean over labels; fractions of 1. */
  microF1: number
  macroF1: number
  /** How far confidence and being right are apart, 0…1: see `calibrationError`. */
  calibrationError: number
  labels: LabelFigures[]
}

const shareOf = (hits: number, of: number): Share => ({
  hits,
  of,
  rate: of === 0 ? null : hits / of,
  interval: wilsonInterval(hits, of),
})

const f1Of = (hits: number, found: number, given: number): number =>
  found + given === 0 ? 0 : (2 * hits) / (found + given)

const isRight = ({ given, labels }: Judged): boolean =>
  given.length === labels.length && labels.every((label) => given.includes(label))

/** How right judgements are, whole and by label, with 95 % intervals. `labels` holds every label that occurs. */
export function assess(judged: readonly Judged[], labels: readonly string[]): Assessment {
  const counts = labels.map((label) => ({ label, hits: 0, found: 0, given: 0 }))
  const countOf = new Map(counts.map((count) => [count.label, count]))
  for (const one of judged) {
    for (const label of one.given) countOf.get(label)!.given++
    for (const label of one.labels) {
      const count = countOf.get(label)!
      count.found++
      if (one.given.includes(label)) count.hits++
    }
  }
  const sum = (of: 'hits' | 'found' | 'given') => counts.reduce((total, one) => total + one[of], 0)
  const figures = counts.map(({ label, hits, found, given }) => ({
    label,
    precision: shareOf(hits, found),
    recall: shareOf(hits, given),
    f1: f1Of(hits, found, given),
  }))
  return {
    texts: judged.length,
    accuracy: shareOf(judged.filter(isRight).length, judged.length),
    microF1: f1Of(sum('hits'), sum('found'), sum('given')),
    macroF1: figures.reduce((total, { f1 }) => total + f1, 0) / (figures.length || 1),
    calibrationError: calibrationError(judged.map((one) => ({ confidence: one.confidence, right: isRight(one) }))),
    labels: figures,
  }
}

/**
 * The expected calibration error: over `bins` of confidence of equal width, the mean distance of how sure the judgements
 * of a bin were from how many were right, weighed by how many there are.
 *
 * @returns 0…1; 0 for no judgements
 * @source Naeini, Cooper & Hauskrecht 2015, AAAI
 */
export function calibrationError(judged: readonly { confidence: number; right: boolean }[], bins = 15): number {
  const sums = Array.from({ length: bins }, () => ({ sure: 0, right: 0 }))
  for (const { confidence, right } of judged) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!
    bin.sure += confidence
    bin.right += Number(right)
  }
  return judged.length === 0
    ? 0
    : sums.reduce((total, { sure, right }) => total + Math.abs(sure - right), 0) / judged.length
}

/**
 * Cohen's kappa: how much two people agree beyond what chance would give.
 *
 * @param pairs  for each item the label of the one and of the other
 * @returns      −1…1; null for no items, and where both always give the same one label
 * @source Cohen 1960, Educ. Psychol. Meas. 20:37–46
 */
export function kappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null
  const first = new Map<string, number>()
  const second = new Map<string, number>()
  let agreed = 0
  for (const [a, b] of pairs) {
    first.set(a, (first.get(a) ?? 0) + 1)
    second.set(b, (second.get(b) ?? 0) + 1)
    if (a === b) agreed++
  }
  const n = pairs.length
  let byChance = 0
  for (const [label, count] of first) byChance += (count / n) * ((second.get(label) ?? 0) / n)
  return byChance === 1 ? null : (agreed / n - byChance) / (1 - byChance)
}
