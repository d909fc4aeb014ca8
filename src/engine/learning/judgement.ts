import type { CategoryFound } from '../analysis/analyse.ts'
import { INTENTS, type Intent, type IntentLabel } from '../intent/intent.ts'
import type { Polarity, Sentiment } from '../sentiment/sentiment.ts'
import type { Added, Layer } from './layer.ts'

/** What the engine says of a voice before anything is learned here. */
export type Judgement = { sentiment: Sentiment; intent: Intent; categories: readonly CategoryFound[] }

export const POLARITIES = ['positive', 'neutral', 'negative'] as const satisfies readonly Polarity[]

/** No engine is so sure of a whole workspace that its people could not say otherwise. */
const SUREST = 0.98
/** The chance of a category that no word of its own speaks for. */
const UNNAMED = 0.01
/** That a category was found counts as so likely at least, and at most. */
const FOUND = { least: 0.55, most: 0.95 }

const logit = (p: number): number => Math.log(p / (1 - p))
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const rounded = (x: number): number => Math.round(x * 1000) / 1000

/** Log-odds of each of several labels of which one holds: the one found by its confidence, the others share what is left. */
export function offsetsOf(label: string, confidence: number, labels: readonly string[]): Float64Array {
  const others = labels.length - 1
  // The label found stays the likeliest, however unsure.
  const own = Math.min(Math.max(confidence, 1.2 / labels.length), SUREST)
  return Float64Array.from(labels, (one) => logit(one === label ? own : (1 - own) / others))
}

/** Log-odds that a voice belongs to a category. */
export function categoryOffset(found: CategoryFound | undefined): number {
  return logit(found === undefined ? UNNAMED : Math.min(Math.max(found.confidence, FOUND.least), FOUND.most))
}

function likeliest(offsets: Float64Array, added: Float64Array): { place: number; chances: number[] } {
  const chances = Array.from(offsets, (offset, i) => sigmoid(offset + added[i]!))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  let place = 0
  for (const [i, chance] of chances.entries()) if (chance > chances[place]!) place = i
  return { place, chances: chances.map((chance) => chance / total) }
}

/** As `offsetsOf`, in the order of the layer's planes of that field. */
function ordered(added: Float64Array, planes: readonly string[], labels: readonly string[]): Float64Array {
  return Float64Array.from(labels, (label) => {
    const at = planes.indexOf(label)
    return at < 0 ? 0 : added[at]!
  })
}

function sentimentWith(base: Sentiment, added: Float64Array): Sentiment {
  const { place, chances } = likeliest(offsetsOf(base.label, base.confidence, POLARITIES), added)
  return {
    label: POLARITIES[place]!,
    score: rounded(chances[0]! - chances[2]!),
    confidence: rounded(chances[place]!),
  }
}

function intentWith(base: Intent, added: Float64Array): Intent {
  const { place, chances } = likeliest(offsetsOf(base.label, base.confidence, INTENTS), added)
  return { label: INTENTS[place] as IntentLabel, confidence: rounded(chances[place]!) }
}

/** Categories that nothing was learned about stay as they are. */
function categoriesWith(
  base: readonly CategoryFound[],
  added: Float64Array,
  planes: readonly string[],
  polarity: Polarity,
): CategoryFound[] {
  const kept = base.filter(({ category }) => !planes.includes(category))
  const held = planes.flatMap((category, i) => {
    const found = base.find((one) => one.category === category)
    const chance = sigmoid(categoryOffset(found) + added[i]!)
    if (chance <= 0.5) return []
    return [{ category, polarity: found?.polarity ?? polarity, confidence: rounded(chance) }]
  })
  return [...kept, ...held]
}

/**
 * The engine's judgement of a normalised text with what was learned added to it. Where no gram of a field's planes occurs
 * in the text, that field stays as it was.
 */
export function judgedWith(layer: Layer, text: string, base: Judgement): Judgement {
  const added: Added = layer.addedTo(text)
  const { planes } = layer
  const sentiment =
    added.sentiment === null
      ? base.sentiment
      : sentimentWith(base.sentiment, ordered(added.sentiment, planes.sentiment, POLARITIES))
  const intent =
    added.intent === null ? base.intent : intentWith(base.intent, ordered(added.intent, planes.intent, INTENTS))
  const categories =
    added.categories === null
      ? base.categories
      : categoriesWith(base.categories, added.categories, planes.categories, sentiment.label)
  return { sentiment, intent, categories }
}
