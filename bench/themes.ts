/**
 * How well themes found without labels agree with known categories, beside spherical k-means on TF-IDF in the same run,
 * and how long 100,000 texts take. Nothing is learned from the labels.
 */
import { rowsOf, textData } from '../scripts/labelled-texts.ts'
import { loadSegmenter } from '../src/engine/keywords/segmenter.ts'
import { agreement } from '../src/engine/themes/agreement.ts'
import { fitThemes } from '../src/engine/themes/themes.ts'
import { readWords } from '../src/engine/themes/words.ts'
import { plainClusters } from './themes/reference.ts'

type Row = { text: string; cat?: string; label?: string }

const SETS: Readonly<Record<string, string>> = {
  shopping: 'online_shopping_10_cats/train.jsonl.gz',
  banking77: 'banking77/train.jsonl.gz',
  clinc150: 'clinc150/train.jsonl.gz',
}
const MANY = 100_000

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000

/** The share of texts that are of the commonest category of their theme. */
function purity(kinds: readonly number[], found: ArrayLike<number>): number {
  const counts = new Map<string, number>()
  kinds.forEach((kind, i) => {
    counts.set(`${found[i]} ${kind}`, (counts.get(`${found[i]} ${kind}`) ?? 0) + 1)
  })
  const most = new Map<string, number>()
  for (const [pair, count] of counts) {
    const theme = pair.split(' ')[0]!
    most.set(theme, Math.max(most.get(theme) ?? 0, count))
  }
  return [...most.values()].reduce((sum, x) => sum + x, 0) / kinds.length
}

const segment = await loadSegmenter()
const seconds = (since: number) => rounded((performance.now() - since) / 1000)
const table = Object.entries(SETS).flatMap(([set, file]) => {
  const rows = rowsOf<Row>(file)
  if (rows === null) return []
  const texts = rows.map(({ text }) => text)
  const names = [...new Set(rows.map(({ cat, label }) => cat ?? label))]
  const kinds = rows.map(({ cat, label }) => names.indexOf(cat ?? label))
  const start = performance.now()
  const found = fitThemes(texts, { segment, count: names.length }).filed.map(({ nearest }) => nearest)
  const took = seconds(start)
  const plain = plainClusters(readWords(texts, segment), names.length, 1)
  return [
    {
      set,
      texts: texts.length,
      themes: names.length,
      nmi: rounded(agreement(kinds, found)),
      purity: rounded(purity(kinds, found)),
      'k-means nmi': rounded(agreement(kinds, plain)),
      'k-means purity': rounded(purity(kinds, plain)),
      seconds: took,
    },
  ]
})

function timeOfMany(): { texts: number; seconds: number; megabytes: number } | null {
  const rows = rowsOf<Row>(SETS.shopping!)
  if (rows === null) return null
  // Told apart by a number, so that no text comes twice.
  const texts = Array.from({ length: MANY }, (_, i) => `${rows[i % rows.length]!.text} ${i}`)
  const start = performance.now()
  fitThemes(texts, { segment })
  return { texts: MANY, seconds: seconds(start), megabytes: Math.round(process.memoryUsage().rss / 1e6) }
}

if (table.length === 0) console.log(`No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`)
else {
  const many = timeOfMany()
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'themes', sets: table, many }))
  else {
    console.table(table)
    console.table([many])
  }
}
