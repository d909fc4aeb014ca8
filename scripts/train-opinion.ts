/**
 * Learns the lexicon that tells texts that judge from those that only state or ask, and writes it into the engine:
 * src/engine/sentiment/opinion.data.ts. A fifth of every set is held back for the tests and the bench.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FitOptions, fitLexicon } from '../src/engine/sentiment/fit.ts'
import { isHeldBack, opinions, textData } from './labelled-texts.ts'

const OPTIONS: FitOptions = {
  version: '1',
  minTexts: 6,
  epochs: 6,
  seed: 7,
  phrasesPerSource: { chat: 1500, auto: 800, airline: 1000 },
  shrink: 3e-4,
  signalPrior: [0, 1, -1, 0, -0.3, -0.3, 0.3, 0.3, 0.5],
}

export function trainOpinion(): void {
  const texts = opinions().filter(({ text }) => !isHeldBack(text))
  if (texts.length === 0)
    throw new Error(`No labelled texts in ${textData}: name their folder with --data or HX_TEXT_DATA`)
  const data = fitLexicon(texts, OPTIONS)
  const phrases = Object.entries(data.phrases).map(([weight, words]) => `    '${weight}': ${JSON.stringify(words)},`)
  const source = `import type { LexiconData } from './model.ts'

/**
 * Log-odds that a text judges, rather than states or asks. Learned by npm run train -- opinion from
 * waimai_10k, online_shopping_10_cats, bdci2018_auto, zhijiang_cosmetics, airline_tweets and cic_customer_intent
 * (public collections that state no licence). No text of theirs is in here: only phrases that many texts share, with
 * weights.
 */
export const OPINION: LexiconData = {
  version: '${data.version}',
  bias: ${data.bias},
  signals: [${data.signals.join(', ')}],
  // biome-ignore format: data
  phrases: {
${phrases.join('\n')}
  },
}
`
  writeFileSync(join(import.meta.dirname, '../src/engine/sentiment/opinion.data.ts'), source)
  console.log(`opinion: ${texts.length} texts, ${source.length} characters`)
}
