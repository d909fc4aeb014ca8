/** How often the sentiment engine is right on texts that are held back, set by set. */
import { calibrationError } from '../src/engine/classifier/assess.ts'
import { type SentimentModel, sentimentOf } from '../src/engine/sentiment/sentiment.ts'
import { wilsonInterval } from '../src/engine/statistics/wilson-interval.ts'
import { isHeldBack, type Judged, judgements, opinions, unseen } from './labelled-texts.ts'

/** Accuracy on the held-out part of each set of a character SVM with jieba words, and of fastText. */
const REFERENCES: Readonly<Record<string, string>> = {
  shopping: '93.55 / 92.39',
  waimai: '90.19 / 89.35',
  eprstmt: '87.21 (human 90.0)',
}

export type SentimentFigures = {
  set: string
  texts: number
  /** Per cent right by the sign of the score, as the references count, and its 95 % interval. */
  sign: number
  interval: string
  /** Per cent right when a neutral answer counts as wrong. */
  strict: number
  /** How far confidence and being right are apart where a side is taken, 0…1. */
  ece: number
  reference: string
}

const percent = (share: number): number => Math.round(share * 10_000) / 100

function figuresOf(set: string, texts: readonly Judged[], model: SentimentModel): SentimentFigures {
  const found = texts.map(({ text, positive }) => ({ ...sentimentOf(text, { model }), positive }))
  const right = found.filter(({ score, positive }) => score > 0 === positive).length
  const sided = found.filter(({ label }) => label !== 'neutral')
  const interval = wilsonInterval(right, found.length)
  return {
    set,
    texts: texts.length,
    sign: percent(right / found.length),
    interval: interval === null ? '' : `${percent(interval.low)}–${percent(interval.high)}`,
    strict: percent(sided.filter(isRight).length / found.length),
    ece: calibrationError(sided.map((one) => ({ confidence: one.confidence, right: isRight(one) }))),
    reference: REFERENCES[set] ?? '',
  }
}

const isRight = ({ label, positive }: { label: string; positive: boolean }): boolean =>
  label === (positive ? 'positive' : 'negative')

/** Sets that are not there are left out. */
export function sentimentFigures(model: SentimentModel): SentimentFigures[] {
  const sets = Object.entries(judgements).map(([set, read]) => ({
    set,
    texts: read().filter(({ text }) => isHeldBack(text)),
  }))
  return [...sets, { set: 'eprstmt', texts: unseen() }]
    .filter(({ texts }) => texts.length > 0)
    .map(({ set, texts }) => figuresOf(set, texts, model))
}

/** Of texts that only state or ask, by source, the per cent that is called neutral. */
export function neutralFigures(model: SentimentModel): { set: string; texts: number; neutral: number }[] {
  const stating = opinions().filter(({ text, positive }) => !positive && isHeldBack(text))
  return [...new Set(stating.map(({ source }) => source))].map((set) => {
    const texts = stating.filter(({ source }) => source === set)
    const neutral = texts.filter(({ text }) => sentimentOf(text, { model }).label === 'neutral').length
    return { set, texts: texts.length, neutral: percent(neutral / texts.length) }
  })
}
