/** Learns models/intent.bin and writes its card. Sentences of our own in tests/texts only measure. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitTable, packTable, type TableOptions } from '../src/engine/classifier/table.ts'
import { INTENTS, intentOf, loadIntentModel } from '../src/engine/intent/intent.ts'
import { normalise } from '../src/engine/language/normalise.ts'
import { loadSentimentModel } from '../src/engine/sentiment/sentiment.ts'
import { MODELS, readModel, sealed } from '../src/platform/files/models.ts'
import { intentSentences } from '../tests/texts/intents.ts'
import { type IntentText, intentTexts } from './intent-texts.ts'
import { filesRead, textData } from './labelled-texts.ts'
import { apartFrom } from './near-copies.ts'

const OPTIONS: TableOptions = { bits: 17, grams: 100_000, minTexts: 2, cost: 1, epochs: 8, seed: 7 }

const round = (share: number): number => Math.round(share * 1000) / 10

export type IntentFigures = { set: string; texts: number; accuracy: number; macroF1: number }

export function intentFigures(judged: readonly IntentText[], model: Parameters<typeof intentOf>[1]): IntentFigures[] {
  return [...new Set(judged.map(({ source }) => source))].map((set) => {
    const rows = judged.filter(({ source }) => source === set)
    const found = rows.map(({ text, intent }) => ({ given: intent, label: intentOf(text, model).label }))
    const labels = INTENTS.filter((label) => found.some(({ given }) => given === label))
    const f1s = labels.map((of) => {
      const hits = found.filter(({ given, label }) => given === of && label === of).length
      const all = found.filter(({ given }) => given === of).length + found.filter(({ label }) => label === of).length
      return (2 * hits) / all
    })
    const right = found.filter(({ given, label }) => given === label).length
    const macroF1 = f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length
    return { set, texts: rows.length, accuracy: round(right / rows.length), macroF1: round(macroF1) }
  })
}

export function trainIntent(): void {
  const { learned, judged } = intentTexts(OPTIONS.seed)
  if (learned.every(({ source }) => source === 'made'))
    throw new Error(`No labelled texts in ${textData}: name their folder with --data or HX_TEXT_DATA`)
  const texts = apartFrom(learned, judged)
  const documents = texts.map(({ text, intent }) => ({ text: normalise(text).text, labels: [intent] }))
  const bytes = packTable(fitTable(documents, INTENTS, OPTIONS))
  const model = {
    ...loadSentimentModel({ sentiment: readModel('sentiment'), clauses: readModel('clauses') }),
    intents: loadIntentModel(bytes),
  }
  const sentences = intentSentences.map((one): IntentText => ({ ...one, source: 'sentences of our own' }))
  const figures = intentFigures([...sentences, ...judged], model)
  console.table(figures)
  writeFileSync(join(MODELS, 'intent.bin'), sealed(bytes))
  writeFileSync(join(MODELS, 'intent.md'), cardOf(figures, texts))
  console.log(`models/intent.bin: ${texts.length} texts, ${bytes.length} bytes`)
}

const TERMS: Readonly<Record<string, string>> = { banking77: 'CC BY 4.0', own: "the user's own" }

function cardOf(figures: readonly IntentFigures[], texts: readonly IntentText[]): string {
  const made = texts.filter(({ source }) => source === 'made').length
  const files = filesRead().map(
    ({ file, sha256 }) => `| ${file} | ${TERMS[file.split('/')[0] ?? ''] ?? 'no licence stated'} | \`${sha256}\` |`,
  )
  return `# intent.bin: what a customer's text is for

Written by \`npm run train -- intent\`, together with the file it describes.

## Data
${texts.length} texts, ${made} of them made from patterns of our own (scripts/intent-sentences.ts): no public set has threats to leave, and
none in Chinese has proposals. Buyers' requests count as questions, their statements as other; bug reports as complaints,
feature requests as suggestions; reviews as praise or complaint. The labels of the chats are noisy on purpose. A fifth of
each set is held back, of the chats their own part; what nearly repeats a held-back text is left out.

| file | its terms | SHA-256 |
|---|---|---|
${files.join('\n')}

Sets marked for research only (\`evaluate_only/\`) are not read.

## Method
A linear support vector machine for each intent (cost ${OPTIONS.cost}, ${OPTIONS.epochs} passes, seed ${OPTIONS.seed}) over runs of 1–4 characters and words, pairs with
one between, first and last sign and parts of latin words. The ${OPTIONS.grams} grams of most weight stand in a table of 2^${OPTIONS.bits} cells with
a byte for each intent. What it finds is added to what cue words, the form of a question and the sentiment say.

## Quality
Both together, in per cent. The sentences were written before the model and nothing was learned from them; they and the
patterns have the same author.

| set | texts | accuracy | macro-F1 |
|---|---|---|---|
${figures.map((one) => `| ${one.set} | ${one.texts} | ${one.accuracy} | ${one.macroF1} |`).join('\n')}

Cue words alone were right on 58 % of the sentences (macro-F1 59), 63 % of the chats, 60 % of the app reviews and half of
the questions to a bank.

## Known weaknesses
A threat to leave without a word of leaving (我已经在看别家的方案了) is found about every second time, else taken for a complaint
or a remark. A proposal in the form of a question (能不能…) may be taken for a question.

## Licence and rebuilding
Most sources state no licence; the file is therefore kept apart, in a folder that can be replaced. To make it from texts of
your own, put \`own/intent.jsonl\` (a line each: \`{"text": "…", "intent": "complaint"}\`; ${INTENTS.join(', ')}) in a folder and run
\`npm run train -- intent --data FOLDER\`.
`
}
