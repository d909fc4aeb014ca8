/** The card of the model of meanings: what it was made of and how, how good it is, where it errs. */
import type { MeaningModel } from '../src/engine/similarity/meaning.ts'
import type { SimilarityFigure } from './similarity-figures.ts'

type Facts = {
  files: readonly { file: string; sha256: string }[]
  texts: number
  figures: readonly SimilarityFigure[]
  model: MeaningModel
  seed: number
}

/** Sets whose terms are stated; the others state none. */
const TERMS: Readonly<Record<string, string>> = {
  banking77: 'CC BY 4.0',
  clinc150: 'CC BY 3.0',
  goemotions: 'Apache-2.0',
}

const rows = (cells: readonly (readonly (string | number)[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n')

export const meaningCard = ({
  files,
  texts,
  figures,
  model,
  seed,
}: Facts): string => `# meaning.bin: what words and texts are about

Written by \`npm run train -- meaning\`, together with the file it describes.

## Data
${texts} texts, without their labels. A fifth of each set is held back, chosen by the text's letters. No text is in the file:
only ${model.words.size} words that at least 10 texts share, each with a direction, and how rare ${model.characters.size} characters are.

| file | its terms | SHA-256 |
|---|---|---|
${rows(files.map(({ file, sha256 }) => [file, TERMS[file.split('/')[0] ?? ''] ?? 'no licence stated', `\`${sha256}\``]))}

Sets marked for research only (\`evaluate_only/\`) are not learned from; LCQMC is measured on.

## Method
Words that stand within ten words of each other, weighed by positive pointwise mutual information, and the ${model.width} strongest
directions of that (seed ${seed}), in 8 bits. A text is the sum of its words, the telling ones more, less the direction that
all share. ${model.cells.length / model.width} cells are the middles of k-means over 20,000 of the texts.
How alike two texts are is the mean of two cosines: of their directions and of their characters, pairs and words.

## Quality
In per cent, on texts that nothing was learned from; \`words\` alone is the idf-cosine over grams. \`by cells\`: looking at the
6 nearest of the cells only, as the product does.

| set | n | figure | words | meaning | both | by cells |
|---|---|---|---|---|---|---|
${rows(figures.map((one) => [one.set, one.n, one.figure, one.words, one.meaning, one.both, one['by cells'] ?? '']))}

## Where it errs
It knows the words of shops, take-away, hotels, cars, banks and airlines; of a trade with words of its own it knows less
and goes by shared words. It does not know who did what to whom, and 不满意 and 满意 point to the same thing: the
sentiment says which. Pairs that differ in one word that matters (智能手环 是什么 / 有什么用) seem alike, and of very short ones a rare shared word wins:
屏幕碎了 is nearer to 饼干碎了 than to 显示屏裂开了.
`
