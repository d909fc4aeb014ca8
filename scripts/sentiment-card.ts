/** The card of the sentiment model: what it was made of and how, how good it is, where it errs. */
import type { PolarityModel } from '../src/engine/sentiment/polarity.ts'
import { POLARITY_OPTIONS } from '../src/engine/sentiment/polarity-fit.ts'
import type { SentimentFigures } from './sentiment-figures.ts'
import type { Transfer } from './train-sentiment.ts'

const UNSTATED = 'no licence stated'

/** Which files the weights come from, and what each set says of its terms. */
const TERMS: Readonly<Record<string, { learned: boolean; terms: string }>> = {
  online_shopping_10_cats: { learned: true, terms: UNSTATED },
  waimai_10k: { learned: true, terms: UNSTATED },
  bdci2018_auto: { learned: true, terms: UNSTATED },
  zhijiang_cosmetics: { learned: true, terms: UNSTATED },
  cic_customer_intent: { learned: true, terms: UNSTATED },
  airline_tweets: { learned: true, terms: UNSTATED },
  eprstmt: { learned: false, terms: UNSTATED },
  own: { learned: true, terms: "the user's own" },
}

export type CardFacts = {
  files: readonly { file: string; sha256: string }[]
  texts: number
  figures: readonly SentimentFigures[]
  neutral: readonly { set: string; texts: number; neutral: number }[]
  transfer: readonly Transfer[]
  model: PolarityModel
}

const rows = (cells: readonly (readonly (string | number)[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n')

export function sentimentCard({ files, texts, figures, neutral, transfer, model }: CardFacts): string {
  const { grams, minTexts, cost, epochs, seed } = POLARITY_OPTIONS
  const { bias, distance, balance } = model.odds
  const sources = files.map(({ file, sha256 }) => {
    const { learned, terms } = TERMS[file.split('/')[0] ?? ''] ?? { learned: true, terms: 'unknown' }
    return [file, learned ? 'learned from' : 'measured on only', terms, `\`${sha256}\``]
  })
  return `# sentiment.bin: is a customer's text good or bad news

Written by \`npm run train -- sentiment\`, together with the file it describes.

## Data
${texts} texts. A fifth of each set is held back, chosen by the text's letters; what nearly repeats a held-back text
(60 % of its three-character shingles) is left out of training. No text is in the file: only keys of runs of characters
that at least ${minTexts} texts share, with a weight each.

| file | use | its terms | SHA-256 |
|---|---|---|---|
${rows(sources)}

Sets marked for research only (\`evaluate_only/\`) are not read.

## Method
A linear support vector machine (squared hinge, dual coordinate descent, cost ${cost}, ${epochs} passes, seed ${seed}) over
runs of 1–4 characters and words, pairs with one between, first and last sign and parts of latin words, scaled by how telling
each is by itself (naive Bayes log ratio + 0.5). The ${grams} grams of most weight stand in a table of 2^19 cells of 16 bits.
Log-odds = ${bias.toFixed(3)} + ${distance.toFixed(3)} × distance + ${balance.toFixed(3)} × balance of the engine's hand-checked opinion words, learned
on texts that the weights had not seen. What is neutral is judged apart, by a lexicon in the engine.

## Quality
On held-back texts of the sets, in per cent; EPRSTMT is a domain that nothing was learned from. \`sign\`: by the sign of the
score, as the references count; \`strict\`: neutral counts as wrong; ECE over the texts that are not called neutral.

| set | texts | sign | 95 % | strict | ECE | reference (SVM with words / fastText) |
|---|---|---|---|---|---|---|
${rows(figures.map((one) => [one.set, one.texts, one.sign, one.interval, one.strict, one.ece.toFixed(3), one.reference]))}

Texts that only state or ask and are called neutral:

| set | texts | neutral |
|---|---|---|
${rows(neutral.map((one) => [one.set, one.texts, one.neutral]))}
${
  transfer.length === 0
    ? ''
    : `
Domains that no training text is of:

| learned from | judged | texts | sign |
|---|---|---|---|
${rows(transfer.map((one) => [one.learned, one.judged, one.texts, one.sign]))}
`
}
## Known weaknesses
Books and milk (as of 2008–2013) are judged worst when they are new to it: a review that retells a sad story reads as bad news. Irony without a
marker is taken at its word. About a third of the errors on shopping carry a wrong label, a quarter could be either. English
is learned from tweets to airlines alone; other languages are judged by signs and loan words only.

## Licence and rebuilding
The sources state no licence; the file is therefore kept apart, in a folder that can be replaced. To make it from texts of
your own, put \`own/sentiment.jsonl\` (a line each: \`{"text": "…", "label": 1, "cat": "what it is about"}\`, 1 good, 0 bad) in a
folder and run \`npm run train -- sentiment --data FOLDER\`.
`
}
