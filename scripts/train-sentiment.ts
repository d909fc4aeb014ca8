/**
 * Learns models/sentiment.bin from the labelled texts and writes its card. A fifth of every set is held back and
 * measured on, with whatever nearly repeats it kept out of training. The same texts give the same file.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../src/engine/language/normalise.ts'
import { logOddsOf, type PolarityModel, packPolarityModel } from '../src/engine/sentiment/polarity.ts'
import {
  fitGrams,
  fitPolarity,
  type JudgedText,
  POLARITY_OPTIONS,
  placeOf,
} from '../src/engine/sentiment/polarity-fit.ts'
import { loadSentimentModel } from '../src/engine/sentiment/sentiment.ts'
import { MODELS, sealed } from '../src/platform/files/models.ts'
import { filesRead, isHeldBack, judgements, ownJudgements, textData, unseen } from './labelled-texts.ts'
import { apartFrom } from './near-copies.ts'
import { sentimentCard } from './sentiment-card.ts'
import { neutralFigures, sentimentFigures } from './sentiment-figures.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

export async function trainSentiment(loco: boolean): Promise<void> {
  const all = [...Object.values(judgements).flatMap((read) => read()), ...ownJudgements()]
  if (all.length === 0)
    throw new Error(`No labelled texts in ${textData}: name their folder with --data or HX_TEXT_DATA`)
  const plain = (one: (typeof all)[number]) => ({ ...one, text: normalise(one.text).text })
  const held = [...all.filter(({ text }) => isHeldBack(text)), ...unseen()].map(plain)
  const open = all.filter(({ text }) => !isHeldBack(text)).map(plain)
  const texts = apartFrom(open, held)
  say(
    `${texts.length} texts to learn from, ${held.length} held back, ${open.length - texts.length} near-copies of those left out`,
  )

  const model = fitPolarity(texts, POLARITY_OPTIONS)
  const bytes = packPolarityModel(model)
  const judge = loadSentimentModel({ sentiment: bytes, clauses: bytes })
  const figures = sentimentFigures(judge)
  const neutral = neutralFigures(judge)
  console.table(figures)
  console.table(neutral)
  const transfer = loco ? transferFigures(all.map(plain), texts, model.odds) : []
  if (loco) console.table(transfer)
  writeFileSync(join(MODELS, 'sentiment.bin'), sealed(bytes))
  writeFileSync(
    join(MODELS, 'sentiment.md'),
    sentimentCard({ files: filesRead(), texts: texts.length, figures, neutral, transfer, model }),
  )
  say(`models/sentiment.bin: ${bytes.length} bytes`)
}

export type Transfer = { learned: string; judged: string; texts: number; sign: number }

/** Each category of shopping judged by a model that has seen none of it, and take-away by one of shopping alone. */
function transferFigures(all: JudgedText[], open: JudgedText[], odds: PolarityModel['odds']): Transfer[] {
  const shopping = new Set(judgements.shopping().map(({ domain }) => domain))
  const measure = (learned: string, judged: string, texts: JudgedText[]): Transfer => {
    const model = { ...fitGrams(texts, POLARITY_OPTIONS), odds }
    const rows = all.filter(({ domain }) => domain === judged).map((one) => placeOf(model, one))
    const right = rows.filter(({ distance, balance, positive }) => logOddsOf(model, distance, balance) > 0 === positive)
    return { learned, judged, texts: rows.length, sign: Math.round((right.length / rows.length) * 10_000) / 100 }
  }
  const categories = [...shopping].map((category) =>
    measure(
      'all but this',
      category,
      open.filter(({ domain }) => domain !== category),
    ),
  )
  const mean = categories.reduce((sum, { sign }) => sum + sign, 0) / categories.length
  return [
    ...categories,
    { learned: 'mean of the categories', judged: '', texts: 0, sign: Math.round(mean * 100) / 100 },
    measure(
      'shopping alone',
      'waimai',
      open.filter(({ domain }) => shopping.has(domain)),
    ),
  ]
}
