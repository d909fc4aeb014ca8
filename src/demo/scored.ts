/** Voices in numbers only: answers to short surveys and one-click ratings, moved by what the brand did and failed to do. */
import type { Chance } from './chance.ts'
import { COATING_FROM, SHIPPED_ON } from './story-calendar.ts'
import type { DemoScore } from './story-shape.ts'
import type { SurveyKey } from './templates.ts'
import type { DemoChannel, ProductKey } from './texts/text-group.ts'

export type Scored = { scores: readonly DemoScore[]; answers: Readonly<Record<string, string>> }

export type ScoreStream = {
  survey: SurveyKey | null
  /** Its part of all voices in numbers; the parts add up to 1. */
  part: number
  channels: readonly DemoChannel[]
  /** A product as often as it stands here; null is service without a product. */
  products: readonly (ProductKey | null)[]
  /** How likely on a day, 0 … 1, before the day's bustle. */
  likely: (day: number) => number
  /** `turn` in [0, 1) falls evenly over time, so that shares hold in every window, not only on the whole. */
  draw: (day: number, product: ProductKey | null, chance: Chance, turn: number) => Scored
}

/** A value of 1 … weights.length, each as likely as it is heavy. */
const graded = (chance: Chance, weights: readonly number[], from = 1): number => chance.weighted(weights) + from

const only = (score: DemoScore): Scored => ({ scores: [score], answers: {} })
const always = (): number => 1

/** Share of visits on time: poor until visits got a two-hour window, good within a week of it. */
function onTimeShare(day: number): number {
  const since = day - SHIPPED_ON.appointment
  if (since < 0) return 0.5
  return since < 6 ? 0.7 : 0.89
}

function delivery(day: number, product: ProductKey | null, chance: Chance, turn: number): Scored {
  const share = product === 'washing-machine' ? onTimeShare(day) : 0.9
  const onTime = turn < share ? 'yes' : chance.happens(0.6) ? 'late' : 'missed'
  const weights = { yes: [1, 2, 9, 38, 50], late: [14, 26, 34, 20, 6], missed: [62, 24, 9, 4, 1] }[onTime]
  return { scores: [{ kind: 'csat', value: graded(chance, weights) }], answers: { 'on-time': onTime } }
}

function recommend(day: number, product: ProductKey | null, chance: Chance): Scored {
  const content = [1, 1, 1, 2, 2, 5, 7, 14, 24, 24, 19]
  const torn = [6, 5, 7, 8, 9, 14, 14, 14, 12, 7, 4]
  const lost = product === 'robot-vacuum' && day < SHIPPED_ON.dock
  const worried = product === 'rice-cooker' && day >= COATING_FROM && chance.happens(0.35)
  return only({ kind: 'nps', value: graded(chance, lost || worried ? torn : content, 0) })
}

/** Effort falls a little over the months, as colleagues learn. */
function effort(day: number, _product: ProductKey | null, chance: Chance): Scored {
  const easy = 1 + day / 400
  return only({ kind: 'ces', value: graded(chance, [4, 6, 8, 12, 20 * easy, 28 * easy, 22 * easy]) })
}

/** The change of SMS provider made no difference: the same odds on every day. */
function login(_day: number, _product: ProductKey | null, chance: Chance, turn: number): Scored {
  const received = turn < 0.61 ? 'yes' : chance.happens(0.4) ? 'late' : 'no'
  const weights = { yes: [1, 2, 5, 12, 24, 32, 24], late: [10, 18, 24, 22, 14, 8, 4], no: [54, 24, 12, 6, 2, 1, 1] }[
    received
  ]
  return { scores: [{ kind: 'ces', value: graded(chance, weights) }], answers: { 'code-received': received } }
}

const stars = (value: number): Scored => only({ kind: 'rating', value, scale: { min: 1, max: 5 } })

function monthLater(day: number, product: ProductKey | null, chance: Chance): Scored {
  if (product === 'robot-vacuum' && day < SHIPPED_ON.dock) return stars(graded(chance, [22, 20, 22, 22, 14]))
  if (product === 'rice-cooker' && day >= COATING_FROM) return stars(graded(chance, [30, 14, 12, 22, 22]))
  return stars(graded(chance, [4, 6, 14, 36, 40]))
}

function store(_day: number, _product: ProductKey | null, chance: Chance): Scored {
  return only({ kind: 'csat', value: graded(chance, [2, 4, 12, 36, 46]) })
}

function appStars(_day: number, _product: ProductKey | null, chance: Chance): Scored {
  return stars(graded(chance, [30, 13, 12, 18, 27]))
}

/** Two waves a quarter apart and a trickle between them. */
function waves(day: number): number {
  const inWave = (day >= 38 && day < 52) || (day >= 128 && day < 142)
  return inWave ? 1 : 0.05
}

const SOLD: readonly ProductKey[] = ['air-purifier', 'rice-cooker', 'robot-vacuum', 'washing-machine', 'water-purifier']

export const SCORE_STREAMS: readonly ScoreStream[] = [
  {
    survey: 'csat-delivery',
    part: 0.21,
    channels: ['survey', 'sms', 'wechat'],
    products: ['washing-machine'],
    likely: always,
    draw: delivery,
  },
  {
    survey: 'csat-delivery',
    part: 0.09,
    channels: ['survey', 'sms'],
    products: ['water-purifier', 'robot-vacuum', 'air-purifier'],
    likely: always,
    draw: delivery,
  },
  {
    survey: 'nps-quarterly',
    part: 0.22,
    channels: ['survey', 'wechat', 'email'],
    products: SOLD,
    likely: waves,
    draw: recommend,
  },
  {
    survey: 'ces-service',
    part: 0.16,
    channels: ['call', 'call', 'sms', 'chat', 'wechat', 'wecom', 'messenger'],
    products: [null, ...SOLD],
    likely: always,
    draw: effort,
  },
  { survey: 'app-login-check', part: 0.15, channels: ['widget'], products: ['app'], likely: always, draw: login },
  { survey: 'email-rating', part: 0.1, channels: ['email'], products: SOLD, likely: always, draw: monthLater },
  {
    survey: null,
    part: 0.04,
    channels: ['counter', 'counter', 'paper'],
    products: [null],
    likely: always,
    draw: store,
  },
  { survey: null, part: 0.03, channels: ['review'], products: ['app'], likely: always, draw: appStars },
]
