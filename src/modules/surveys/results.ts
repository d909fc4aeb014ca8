/** Figures from counts: what each question says, with how many said it and how sure that is. */
import { csat } from '../../engine/statistics/csat.ts'
import { enough, type Firmness } from '../../engine/statistics/enough.ts'
import type { Interval } from '../../engine/statistics/interval.ts'
import { meanInterval } from '../../engine/statistics/mean-interval.ts'
import { type NpsCounts, nps, npsGroup } from '../../engine/statistics/nps.ts'
import { summariseCounts } from '../../engine/statistics/summary.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import { scaleOf } from '../../shared/questions/kinds.ts'
import { isChoice, OTHER, type Question } from '../../shared/questions/question.ts'
import { pointsOf } from '../../shared/questions/scale.ts'
import { daysBetween, type LocalDate, plusDays } from '../../shared/time/zone.ts'

type NpsGroup = keyof NpsCounts

export type Count = { number: number | null; option: string | null; count: number }
export type Bucket = { key: string; count: number; share: number; interval: Interval | null }
export type ScoreFigure = {
  kind: 'nps' | 'csat' | 'ces'
  value: number
  interval: Interval | null
  mean: number
  meanInterval: Interval | null
  /** Of an NPS: who promotes, who is passive, who detracts. */
  groups: { key: NpsGroup; count: number; share: number; interval: Interval | null }[] | null
}
export type Figure = { n: number; firmness: Firmness; buckets: Bucket[]; score: ScoreFigure | null }

/**
 * What one question says.
 *
 * @param n       who answered it; the whole that every share is a part of
 * @param counts  how often each point or option was given
 * @returns       buckets in the order of the question, options that are no longer offered last; the score is withheld
 *                where too few answered to speak of a group
 */
export function figureOf(question: Question, n: number, counts: readonly Count[]): Figure {
  const firmness = enough(n)
  const buckets = keysOf(question, counts).map((key) => bucketOf(key, counts, n))
  return { n, firmness, buckets, score: firmness === 'hidden' ? null : scoreOf(question, counts) }
}

function keysOf(question: Question, counts: readonly Count[]): string[] {
  const scale = scaleOf(question)
  if (scale !== null) return pointsOf(scale.min, scale.max).map(String)
  if (!isChoice(question)) return []
  const offered = [...question.options.map(({ key }) => key), ...(question.other ? [OTHER] : [])]
  const gone = counts.flatMap(({ option }) => (option === null || offered.includes(option) ? [] : [option]))
  return [...offered, ...new Set(gone)]
}

function bucketOf(key: string, counts: readonly Count[], n: number): Bucket {
  let count = 0
  for (const each of counts) if ((each.option ?? String(each.number)) === key) count += each.count
  return { key, ...shareOf(count, n) }
}

function scoreOf(question: Question, counts: readonly Count[]): ScoreFigure | null {
  const scale = scaleOf(question)
  if (scale === null) return null
  const points = counts.flatMap(({ number, count }): [number, number][] =>
    number !== null && number >= scale.min && number <= scale.max ? [[number, count]] : [],
  )
  const summary = summariseCounts(points)
  if (summary.n === 0) return null
  const spread = { mean: summary.mean, meanInterval: meanInterval(summary), groups: null }
  if (scale.kind === 'csat') {
    const figure = csat(points)
    return figure && { kind: 'csat', value: figure.share, interval: figure.interval, ...spread }
  }
  if (scale.kind === 'ces') return { kind: 'ces', value: summary.mean, interval: spread.meanInterval, ...spread }
  const parts = groupsOf(points)
  const figure = nps(parts)
  const interval = figure && { low: figure.low, high: figure.high }
  const groups = NPS_GROUPS.map((key) => ({ key, ...shareOf(parts[key], summary.n) }))
  return figure && { kind: 'nps', value: figure.score, interval, ...spread, groups }
}

const NPS_GROUPS = ['promoters', 'passives', 'detractors'] as const satisfies readonly NpsGroup[]

const shareOf = (count: number, n: number) => ({
  count,
  share: n === 0 ? 0 : count / n,
  interval: count > n ? null : wilsonInterval(count, n),
})

function groupsOf(points: readonly [number, number][]): NpsCounts {
  const groups = { promoters: 0, passives: 0, detractors: 0 }
  for (const [point, count] of points) groups[npsGroup(point)] += count
  return groups
}

/**
 * Every day between the first and the last, also those without a response; the latest `most` of them.
 *
 * @param days  those that have any, earliest first
 */
export function everyDay(
  days: readonly { day: LocalDate; responses: number }[],
  most: number,
): { day: LocalDate; responses: number }[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const counted = new Map(days.map(({ day, responses }) => [day, responses]))
  const span = daysBetween(first.day, last.day) + 1
  const shown = Math.min(span, most)
  return Array.from({ length: shown }, (_, at) => {
    const day = plusDays(last.day, at + 1 - shown)
    return { day, responses: counted.get(day) ?? 0 }
  })
}

/**
 * Every question ever asked, as it was asked last: those of the newest version in its order, then what is no longer
 * asked. A question whose kind was changed is another question: its old answers stand apart.
 *
 * @param versions  question lists, newest version first
 */
export function questionsEver(versions: readonly (readonly Question[])[]): { question: Question; retired: boolean }[] {
  const found: { question: Question; retired: boolean }[] = []
  for (const [age, questions] of versions.entries()) {
    for (const question of questions) {
      const known = found.some((each) => each.question.key === question.key && each.question.kind === question.kind)
      if (!known) found.push({ question, retired: age > 0 })
    }
  }
  return found
}
