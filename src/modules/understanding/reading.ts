/** What is read out of voices, all at once, in a thread of its own. Pure; runs without the database. */
import { type Analysis, type AnalysisInput, type AnalysisOptions, analyseTasks } from '../../engine/analysis/analyse.ts'
import { type JudgeFiles, loadJudges } from '../../engine/analysis/judges.ts'
import type { Score } from '../../engine/analysis/scores.ts'
import type { Taxonomy } from '../../engine/aspects/taxonomy.ts'
import { keepingWhole } from '../../engine/keywords/dictionary.ts'
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import { searchTokens } from '../../engine/language/search-tokens.ts'
import { meaningOf } from '../../engine/similarity/meaning.ts'
import { loadMeaning } from '../../engine/similarity/meaning-packing.ts'
import { signatureOf } from '../../engine/similarity/signature.ts'
import { looksLikeSpam } from '../../engine/similarity/spam.ts'
import { askedAbout } from '../../engine/value/value.ts'
import { type Doubt, doubtOf } from './doubt.ts'
import { AS_SHIPPED, type OwnReading, ownWords, withLearned, withShown } from './own-reading.ts'
import { categoriesToAsk } from './reading-aids.ts'
import type { VoiceSignature } from './signature.ts'

export type ToRead = {
  text: string
  subject: string
  language: string | null
  scores: readonly Score[]
  mayBeSpam: boolean
}

/**
 * `spam` names why it looks like spam; empty when it does not. `tokens` are what the voice is found by, `signature` its
 * copies and kin. `fault` says where the engine failed, without the voice's words; null when it did not.
 */
export type Reading = {
  analysis: Analysis
  doubt: Doubt
  spam: string[]
  tokens: string[]
  signature: VoiceSignature
  fault: string | null
}

/** What of a voice is read: all that is kept of it. */
const KEPT = ['language', 'sentiment', 'intent', 'aspects', 'keywords', 'emotion', 'value', 'pii'] as const

const analysed = (input: AnalysisInput, options: AnalysisOptions): Analysis =>
  analyseTasks(input, options, KEPT) as Analysis

const NO_SIGNATURE: VoiceSignature = { copies: null, kin: null }
const NO_DOUBT: Doubt = { sentiment: 0, intent: 0, categories: 0 }

/**
 * Reads each voice by itself: one that the engine cannot read is taken as without words, says its `fault`, and takes
 * no others with it.
 */
export async function readAll(
  voices: readonly ToRead[],
  given: Taxonomy,
  models: JudgeFiles & { meaning: Uint8Array },
  own: OwnReading = AS_SHIPPED,
): Promise<Reading[]> {
  const taxonomy = withShown(given, own)
  const model = loadJudges(models)
  const meanings = loadMeaning(models.meaning)
  const words = ownWords(own)
  const cut = await loadSegmenter()
  const options = {
    taxonomy,
    model,
    segment: words === null ? cut : keepingWhole(cut, words),
    ...(words !== null && { own: words }),
  }
  return voices.map((voice) => {
    const input = {
      text: voice.text,
      scores: voice.scores,
      ...(voice.language !== null && { language: voice.language }),
    }
    try {
      const spam = voice.mayBeSpam ? looksLikeSpam(voice.text) : { spam: false, reasons: [] }
      const analysis = withLearned(analysed(input, options), voice, taxonomy, own)
      return {
        analysis,
        doubt: doubtOf({ ...analysis, text: voice.text }),
        spam: spam.spam ? [...spam.reasons] : [],
        tokens: searchTokens(`${voice.subject}\n${voice.text}`),
        signature: { copies: signatureOf(voice.text), kin: meaningOf(voice.text, meanings, cut) },
        fault: null,
      }
    } catch (error) {
      const analysis = analysed({ ...input, text: '' }, options)
      return { analysis, doubt: NO_DOUBT, spam: [], tokens: [], signature: NO_SIGNATURE, fault: placeOf(error) }
    }
  })
}

/** Whether a text is vague, and what to ask then: a key of DRILL_DOWN; null where it is not. */
export function askedOf(
  text: string,
  given: Taxonomy,
  models: JudgeFiles,
  own: OwnReading = AS_SHIPPED,
): string | null {
  const taxonomy = withShown(given, own)
  const {
    value,
    sentiment,
    categories = [],
  } = analyseTasks({ text }, { taxonomy, model: loadJudges(models) }, ['aspects', 'sentiment', 'value'])
  if (value === undefined || value.ask === null) return null
  const keys = categories.map(({ category }) => category)
  return askedAbout(categoriesToAsk(sentiment?.label ?? null, keys), taxonomy)
}

/** The kind of error and where it was thrown; its message may quote the voice and stays out. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  return `${error.name}${frame.trimEnd().replace(/^\s+/, ' ')}`
}
