/**
 * `npm run train -- NAME`: makes a model of models/ from labelled texts.
 *
 *   npm run train -- sentiment              from HX_TEXT_DATA, ../shared/data when unset
 *   npm run train -- sentiment --data DIR   from another folder
 *   npm run train -- sentiment --loco       measures domains that no training text is of, too; takes minutes more
 *   npm run train -- clauses                what a single clause says of one thing
 *   npm run train -- meaning                what words and texts are about, for finding similar voices
 *   npm run train -- emotion                what an English text seems to feel
 *   npm run train -- intent                 complaint, suggestion, question, praise, churn threat or other
 *   npm run train -- opinion                what judges and what only states: a lexicon inside the engine
 */
import { parseArgs } from 'node:util'
import { reasonOf } from '../src/platform/errors.ts'

const TRAINERS: Readonly<Record<string, (loco: boolean) => Promise<void>>> = {
  emotion: async () => (await import('./train-emotion.ts')).trainEmotion(),
  intent: async () => (await import('./train-intent.ts')).trainIntent(),
  opinion: async () => (await import('./train-opinion.ts')).trainOpinion(),
  meaning: async () => (await import('./train-meaning.ts')).trainMeaning(),
  clauses: async () => (await import('./train-clauses.ts')).trainClauses(),
  sentiment: async (loco) => (await import('./train-sentiment.ts')).trainSentiment(loco),
}

const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, loco: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const train = TRAINERS[positionals[0] ?? '']
if (values.data !== undefined) process.env.HX_TEXT_DATA = values.data
if (train === undefined) {
  process.stderr.write(`Which model? There are: ${Object.keys(TRAINERS).join(', ')}.\n`)
  process.exitCode = 2
} else {
  try {
    await train(values.loco)
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exitCode = 1
  }
}
