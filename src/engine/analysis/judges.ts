import type { GramTable } from '../classifier/table.ts'
import { loadEmotionModel } from '../emotion/emotion.ts'
import { loadIntentModel } from '../intent/intent.ts'
import { loadSentimentModel, type SentimentFiles, type SentimentModel } from '../sentiment/sentiment.ts'

/** All that has been trained, ready for use. */
export type Judges = SentimentModel & { intents: GramTable; emotions: GramTable }

/** The files of models/, as bytes. */
export type JudgeFiles = SentimentFiles & { intent: Uint8Array; emotion: Uint8Array }

const loaded = new WeakMap<Uint8Array, Judges>()

/**
 * The models in their files; the same bytes are unpacked once.
 *
 * @throws Error when the bytes are no such models
 */
export function loadJudges(files: JudgeFiles): Judges {
  const judges = loaded.get(files.sentiment) ?? {
    ...loadSentimentModel(files),
    intents: loadIntentModel(files.intent),
    emotions: loadEmotionModel(files.emotion),
  }
  loaded.set(files.sentiment, judges)
  return judges
}
