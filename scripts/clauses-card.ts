/** The card of the model of clauses: what it was made of and how, how good it is, where it errs. */
import type { PolarityModel } from '../src/engine/sentiment/polarity.ts'
import type { PolarityOptions } from '../src/engine/sentiment/polarity-fit.ts'
import type { ClauseFigures } from './train-clauses.ts'

type Facts = {
  files: readonly { file: string; sha256: string }[]
  clauses: number
  figures: readonly ClauseFigures[]
  model: PolarityModel
  options: PolarityOptions
}

const rows = (cells: readonly (readonly (string | number)[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n')

export function clausesCard({ files, clauses, figures, model, options }: Facts): string {
  const { bias, distance, balance } = model.odds
  return `# clauses.bin: is a single clause good or bad news

Written by \`npm run train -- clauses\`, together with the file it describes.

## Data
${clauses} clauses of reviews. Each has the label of its review, but for those whose hand-checked words say the opposite,
which are left out; beside them, counted three times, the clauses
of two sets in which people marked the words that judge. A fifth of each set is
held back, chosen by the text's letters; a clause of twelve signs or more that nearly repeats a held-back one is left out.
No text is in the file: only keys of runs of characters that at least ${options.minTexts} clauses share, with a weight each.

| file | its terms | SHA-256 |
|---|---|---|
${rows(files.map(({ file, sha256 }) => [file, file.startsWith('own/') ? "the user's own" : 'no licence stated', `\`${sha256}\``]))}

Sets marked for research only (\`evaluate_only/\`) are not read.

## Method
As sentiment.bin (a linear support vector machine over runs of characters and words; cost ${options.cost}, ${options.epochs} passes,
seed ${options.seed}; the ${options.grams} grams of most weight in a table of 2^19 cells of 16 bits).
Log-odds = ${bias.toFixed(3)} + ${distance.toFixed(3)} × distance + ${balance.toFixed(3)} × balance of the engine's hand-checked opinion words, learned on
the held-back clauses below. What is neutral is judged apart, by a lexicon in the engine.

## Quality
On held-back clauses, in per cent by the sign. The labels of short reviews are the reviewers', of the others' clauses an
annotator's. The three numbers of the log-odds were learned on them, nothing else.

| set | clauses | right | 95 % |
|---|---|---|---|
${rows(figures.map(({ set, clauses: n, right, interval }) => [set, n, right, interval]))}

On domains that nothing was learned from see \`npm run bench -- text --only aspects\`.

## Known weaknesses
What is good for one thing and bad for another (大, 低, 轻) goes by what reviews of hotels, fruit and computers say of it.
A clause that only states takes a side when its words are usual in reviews of one side.

## Licence and rebuilding
The sources state no licence; the file is therefore kept apart, in a folder that can be replaced. To make it from texts of
your own, put \`own/sentiment.jsonl\` (a line each: \`{"text": "…", "label": 1, "cat": "what it is about"}\`, 1 good, 0 bad) in a
folder and run \`npm run train -- clauses --data FOLDER\`.
`
}
