/**
 * Learns models/meaning.bin, what words and texts are about, from the texts alone, and writes its card. A fifth of every
 * set is held back and measured on. The same texts give the same file.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSegmenter } from '../src/engine/keywords/segmenter.ts'
import { fitMeaning } from '../src/engine/similarity/meaning-fit.ts'
import { loadMeaning, packMeaning } from '../src/engine/similarity/meaning-packing.ts'
import { MODELS, sealed } from '../src/platform/files/models.ts'
import { filesRead, isHeldBack, rowsOf, textData } from './labelled-texts.ts'
import { meaningCard } from './meaning-card.ts'
import { similarityFigures } from './similarity-figures.ts'

const FILES = [
  'online_shopping_10_cats/train',
  'waimai_10k/train',
  'eprstmt/unlabeled',
  'cic_customer_intent/train',
  'bdci2018_auto/train',
  'zhijiang_cosmetics/train',
  'zhijiang_cosmetics/unlabeled',
  'banking77/train',
  'clinc150/train',
  'airline_tweets/train',
  'app_reviews_clean/train',
  'goemotions/train',
]
const CELLS = 512
const SEED = 7

export async function trainMeaning(): Promise<void> {
  const texts = FILES.flatMap((file) => (rowsOf<{ text: string }>(`${file}.jsonl.gz`) ?? []).map(({ text }) => text))
  if (texts.length === 0) throw new Error(`No texts in ${textData}: name their folder with --data or HX_TEXT_DATA`)
  const open = [...new Set(texts)].filter((text) => !isHeldBack(text))
  const files = filesRead()
  process.stdout.write(`${open.length} texts to learn from\n`)
  const segment = await loadSegmenter()
  const bytes = packMeaning(fitMeaning(open, { segment, cells: CELLS, seed: SEED }))
  writeFileSync(join(MODELS, 'meaning.bin'), sealed(bytes))
  const model = loadMeaning(bytes)
  const figures = similarityFigures(model, segment)
  console.table(figures)
  writeFileSync(join(MODELS, 'meaning.md'), meaningCard({ files, texts: open.length, figures, model, seed: SEED }))
  process.stdout.write(`models/meaning.bin: ${bytes.length} bytes\n`)
}
