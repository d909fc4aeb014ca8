/** What a workspace has made its own of reading: what was learned there, and its words. Pure; runs in the reading thread. */
import type { Analysis } from '../../engine/analysis/analyse.ts'
import { isLowScore, type Score } from '../../engine/analysis/scores.ts'
import { type PackedFewShot, unpackFewShot } from '../../engine/aspects/few-shot-packing.ts'
import type { Taxonomy } from '../../engine/aspects/taxonomy.ts'
import { urgencyOfNormalised } from '../../engine/intent/urgency.ts'
import { type Dictionary, dictionaryOf } from '../../engine/keywords/dictionary.ts'
import { normalise } from '../../engine/language/normalise.ts'
import { judgedWith } from '../../engine/learning/judgement.ts'
import { type Layer, layerOf } from '../../engine/learning/layer.ts'
import { type PackedPlanes, unpackPlanes } from '../../engine/learning/packing.ts'

/** `learned.key` names the planes for good: whoever has made them ready once need not do so again. */
export type OwnReading = {
  words: readonly string[]
  learned: (PackedPlanes & { key: string }) | null
  /** Categories learned from examples; `key` names one fit for good. */
  shown: readonly ShownCategory[]
}
export type ShownCategory = { category: string; key: string } & PackedFewShot

export const AS_SHIPPED: OwnReading = { words: [], learned: null, shown: [] }

/** Layers that were made ready last. */
const ready = new Map<string, Layer>()
const MOST_READY = 16

function layerFor({ key, ...packed }: PackedPlanes & { key: string }): Layer {
  const known = ready.get(key)
  if (known !== undefined) return known
  const layer = layerOf(unpackPlanes(packed))
  if (ready.size >= MOST_READY) ready.clear()
  ready.set(key, layer)
  return layer
}

/** Taxonomies that were made ready last, by what they hold: made ready once, they serve batch after batch. */
const taxonomies = new Map<string, Taxonomy>()

/** The taxonomy with what was learned of its categories from examples. */
export function withShown(taxonomy: Taxonomy, { shown }: OwnReading): Taxonomy {
  if (shown.length === 0) return taxonomy
  const key = JSON.stringify([taxonomy, shown.map((one) => one.key)])
  const known = taxonomies.get(key)
  if (known !== undefined) return known
  const learned = new Map(shown.map(({ category, ...packed }) => [category, unpackFewShot(packed)]))
  const made = taxonomy.map((category) => {
    const fit = learned.get(category.key)
    return fit === undefined ? category : { ...category, learned: fit }
  })
  if (taxonomies.size >= MOST_READY) taxonomies.clear()
  taxonomies.set(key, made)
  return made
}

/** The workspace's words as the engine takes them; null for none. */
export const ownWords = ({ words }: OwnReading): Dictionary | null => (words.length === 0 ? null : dictionaryOf(words))

/** What the engine says of a voice with what was learned added to it. */
export function withLearned<Judged extends Pick<Analysis, 'sentiment' | 'intent' | 'urgency' | 'categories'>>(
  analysis: Judged,
  { text, scores }: { text: string; scores: readonly Score[] },
  taxonomy: Taxonomy,
  { learned }: OwnReading,
): Judged {
  if (learned === null) return analysis
  const plain = plainOf(text)
  const { sentiment, intent, categories } = judgedWith(layerFor(learned), plain, analysis)
  const known = new Set(taxonomy.map(({ key }) => key))
  const isAnother = sentiment.label !== analysis.sentiment.label || intent.label !== analysis.intent.label
  const urgency = isAnother ? urgencyOfNormalised(plain, sentiment, intent) : analysis.urgency
  return {
    ...analysis,
    sentiment,
    intent,
    urgency: urgency.level === 'low' && isLowScore(scores) ? { ...urgency, level: 'normal' } : urgency,
    categories: categories.filter(({ category }) => known.has(category)),
  }
}

const LONGEST_READ = 40_000

/** A text as the layer reads it. */
export const plainOf = (text: string): string => normalise(text, { limit: LONGEST_READ }).text
