/** Learns models/emotion.bin from GoEmotions (English) and writes its card; its own part for development only measures. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitTable, packTable, type TableOptions } from '../src/engine/classifier/table.ts'
import { EMOTIONS, type EmotionLabel, emotionOfNormalised, loadEmotionModel } from '../src/engine/emotion/emotion.ts'
import { normalise } from '../src/engine/language/normalise.ts'
import { loadSentimentModel, sentimentOfNormalised } from '../src/engine/sentiment/sentiment.ts'
import { MODELS, readModel, sealed } from '../src/platform/files/models.ts'
import { emotionSentences } from '../tests/texts/emotions.ts'
import { filesRead, rowsOf, textData } from './labelled-texts.ts'
import { apartFrom } from './near-copies.ts'

const OPTIONS: TableOptions = { bits: 16, grams: 45_000, minTexts: 3, cost: 0.3, epochs: 8, seed: 7 }

/** The set's 27 emotions by ours, in the set's order; what fits none is left out. */
const OF_THEIRS: readonly (EmotionLabel | null)[] = [
  'trust', 'joy', 'anger', 'anger', 'trust', 'trust', null, null, null, 'disappointment', 'disappointment', 'anger',
  'sadness', 'joy', 'anxiety', 'trust', 'sadness', 'joy', 'joy', 'anxiety', 'joy', 'joy', null, 'joy', 'sadness',
  'sadness', 'surprise', 'none',
] // biome-ignore format: one row of the set's list

type Row = { text: string; labels: number[] }
type Felt = { text: string; labels: EmotionLabel[] }

const read = (part: string): Felt[] =>
  (rowsOf<Row>(`goemotions/${part}.jsonl.gz`) ?? []).flatMap(({ text, labels }) => {
    const felt = [...new Set(labels.map((label) => OF_THEIRS[label] ?? null))].filter((label) => label !== null)
    return felt.length === 0 ? [] : [{ text, labels: felt }]
  })

type Figures = { emotion: EmotionLabel; texts: number; precision: number; recall: number }

function figuresOf(judged: readonly Felt[], find: (text: string) => EmotionLabel): Figures[] {
  const found = judged.map(({ text, labels }) => ({ labels, label: find(text) }))
  const percent = (share: number) => Math.round(share * 1000) / 10
  return EMOTIONS.map((emotion) => {
    const given = found.filter(({ labels }) => labels.includes(emotion))
    const named = found.filter(({ label }) => label === emotion)
    const hits = named.filter(({ labels }) => labels.includes(emotion)).length
    return {
      emotion,
      texts: given.length,
      precision: percent(hits / named.length),
      recall: percent(hits / given.length),
    }
  })
}

export function trainEmotion(): void {
  const judged = read('dev')
  const learned = apartFrom(read('train'), judged)
  if (learned.length === 0) throw new Error(`No goemotions in ${textData}: name its folder with --data or HX_TEXT_DATA`)
  const documents = learned.map(({ text, labels }) => ({ text: normalise(text).text, labels }))
  const bytes = packTable(fitTable(documents, EMOTIONS, OPTIONS))
  const model = loadEmotionModel(bytes)
  const sentiment = loadSentimentModel({ sentiment: readModel('sentiment'), clauses: readModel('clauses') })
  const find = (text: string) => {
    const plain = normalise(text).text
    return emotionOfNormalised(plain, sentimentOfNormalised(plain, { model: sentiment }), model).label
  }
  const english = figuresOf(judged, find)
  const own = figuresOf(
    emotionSentences.map(({ text, label }) => ({ text, labels: [label] })),
    find,
  )
  console.table(english)
  console.table(own)
  writeFileSync(join(MODELS, 'emotion.bin'), sealed(bytes))
  writeFileSync(join(MODELS, 'emotion.md'), cardOf(learned.length, english, own))
  console.log(`models/emotion.bin: ${learned.length} texts, ${bytes.length} bytes`)
}

function cardOf(texts: number, english: readonly Figures[], own: readonly Figures[]): string {
  const rows = (figures: readonly Figures[]) =>
    figures.map((one) => `| ${one.emotion} | ${one.texts} | ${one.precision} | ${one.recall} |`).join('\n')
  const files = filesRead().map(({ file, sha256 }) => `| ${file} | \`${sha256}\` |`)
  return `# emotion.bin: what the writer of an English text seems to feel

Written by \`npm run train -- emotion\`, together with the file it describes. A reading aid: nothing is decided by it.

## Data
${texts} comments of GoEmotions (Demszky et al. 2020, Apache-2.0), their 27 emotions gathered into seven and none; confusion,
curiosity, desire and realization are left out. What nearly repeats a text measured on is left out.

| file | SHA-256 |
|---|---|
${files.join('\n')}

## Method
A linear support vector machine for each emotion (cost ${OPTIONS.cost}, ${OPTIONS.epochs} passes, seed ${OPTIONS.seed}) over runs of words and parts of words;
${OPTIONS.grams} grams in a table of 2^${OPTIONS.bits} cells with a byte for each emotion. What it finds is added to words of feeling and the
sentiment. Chinese is judged by these two alone: no set of feelings in Chinese is at hand.

## Quality
In per cent, on the set's own part for development:

| emotion | texts | precision | recall |
|---|---|---|---|
${rows(english)}

On sentences of our own (zh-CN, zh-TW, en); they and the lists of words have the same author, so that words of others will do worse:

| emotion | texts | precision | recall |
|---|---|---|---|
${rows(own)}

## Known weaknesses
The comments are from a forum, not from customers. A feeling that no word names is called none; irony is taken at its word.
`
}
