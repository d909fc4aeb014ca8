/**
 * Learns the weights of the sentiment lexicons and writes src/engine/sentiment/*.data.ts.
 * Run: node scripts/fit-sentiment-lexicon.ts [version]. A fifth of every set is held back for the test and the bench.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FitOptions, fitLexicon, type LabelledText } from '../src/engine/sentiment/fit.ts'
import { isHeldBack, judgements, opinions, textData } from './labelled-texts.ts'

const version = process.argv[2] ?? '1'

const SOURCES = `waimai_10k, online_shopping_10_cats, bdci2018_auto, zhijiang_cosmetics, airline_tweets and cic_customer_intent
 * (public collections that state no licence). No text of theirs is in here: only phrases that many texts share, with
 * weights. Rebuild from your own texts with scripts/fit-sentiment-lexicon.ts.`

const shared: Omit<FitOptions, 'phrasesPerSource' | 'shrink' | 'signalPrior'> = {
  version,
  minTexts: 6,
  epochs: 6,
  seed: 7,
}

const polarity = Object.values(judgements).flatMap((read) => read())
if (polarity.length === 0) throw new Error(`No labelled texts in ${textData}; set HX_TEXT_DATA`)

write('polarity', 'Log-odds that a text is good news.', polarity, {
  ...shared,
  phrasesPerSource: { waimai: 3000, shopping: 4000, cosmetics: 500, auto: 800, airline: 1500 },
  shrink: 1e-4,
  signalPrior: [1.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.2, 0, 0.2],
})
write('opinion', 'Log-odds that a text judges, rather than states or asks.', opinions(), {
  ...shared,
  phrasesPerSource: { chat: 1500, auto: 800, airline: 1000 },
  shrink: 3e-4,
  signalPrior: [0, 1, -1, 0, -0.3, -0.3, 0.3, 0.3, 0.5],
})

function write(name: 'polarity' | 'opinion', what: string, texts: LabelledText[], options: FitOptions): void {
  const data = fitLexicon(
    texts.filter(({ text }) => !isHeldBack(text)),
    options,
  )
  const phrases = Object.entries(data.phrases).map(([weight, words]) => `    '${weight}': ${JSON.stringify(words)},`)
  const source = `import type { LexiconData } from './model.ts'

/**
 * ${what} Learned by scripts/fit-sentiment-lexicon.ts from
 * ${SOURCES}
 */
export const ${name.toUpperCase()}: LexiconData = {
  version: '${data.version}',
  bias: ${data.bias},
  signals: [${data.signals.join(', ')}],
  // biome-ignore format: data
  phrases: {
${phrases.join('\n')}
  },
}
`
  writeFileSync(join(import.meta.dirname, `../src/engine/sentiment/${name}.data.ts`), source)
  console.log(`${name}: ${texts.length} texts, ${source.length} characters`)
}
