import type { GramTable } from '../classifier/table.ts'
import { loadEmotionModel } from '../emotion/emotion.ts'
import { loadIntentModel } from '../intent/intent.ts'
import { loadSentimentModel, type SentimentFiles, type SentimentModel } from '../sentiment/sentiment.ts'

/** All that has been trained, ready for use. */
export type Judges = SentimentModel & { intents: GramTable; emotions: GramTable }

/** The files of models/, as bytes. */
export type JudgeFiles = SentimentFiles & { intent: Uint8Array; emotion: Uint8Array }

/** Unpacks a file when it is first judged by. */
class OnDemand implements Judges {
  readonly #files: JudgeFiles
  #mood: SentimentModel | undefined
  #intents: GramTable | undefined
  #emotions: GramTable | undefined

  constructor(files: JudgeFiles) {
    this.#files = files
  }

  get #ofMood(): SentimentModel {
    this.#mood ??= loadSentimentModel(this.#files)
    return this.#mood
  }

  get polarity() {
    return this.#ofMood.polarity
  }

  get clause() {
    return this.#ofMood.clause
  }

  get opinion() {
    return this.#ofMood.opinion
  }

  get intents() {
    this.#intents ??= loadIntentModel(this.#files.intent)
    return this.#intents
  }

  get emotions() {
    this.#emotions ??= loadEmotionModel(this.#files.emotion)
    return this.#emotions
  }
}

const loaded = new WeakMap<JudgeFiles, Judges>()

/**
 * The models in their files, each unpacked once, when it is first needed; then it throws an Error where the bytes are no
 * such model.
 */
export function loadJudges(files: JudgeFiles): Judges {
  const judges = loaded.get(files) ?? new OnDemand(files)
  loaded.set(files, judges)
  return judges
}
