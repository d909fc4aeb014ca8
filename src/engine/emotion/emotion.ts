import { distancesIn, type GramTable, unpackTable } from '../classifier/table.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { isHan } from '../language/script.ts'
import type { Sentiment } from '../sentiment/sentiment.ts'
import { EMOTION_WORDS, NO_EMOTION } from './cues.ts'

export const EMOTIONS = ['joy', 'trust', 'anger', 'disappointment', 'anxiety', 'sadness', 'surprise', 'none'] as const
export type EmotionLabel = (typeof EMOTIONS)[number]

/** What a speaker seems to feel: a reading aid, no verdict on a person. `confidence` 0…1. */
export type Emotion = { label: EmotionLabel; confidence: number }

const FELT = EMOTIONS.filter((label) => label !== 'none')
const GOOD = new Set<EmotionLabel>(['joy', 'trust'])
const BAD = new Set<EmotionLabel>(['anger', 'disappointment', 'anxiety', 'sadness'])

const cues = phrasesOf<EmotionLabel>([
  ...NO_EMOTION.split(' ').map((word) => [word, 'none'] as const),
  ...FELT.flatMap((label) =>
    EMOTION_WORDS[label]
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word.replaceAll('_', ' '), label] as const),
  ),
])

const loaded = new WeakMap<Uint8Array, GramTable>()

/**
 * The model of emotions in English in its file; the same bytes are unpacked once.
 *
 * @throws Error when the bytes are no such model
 */
export function loadEmotionModel(bytes: Uint8Array): GramTable {
  const model = loaded.get(bytes) ?? unpackTable(bytes, EMOTIONS)
  loaded.set(bytes, model)
  return model
}

/** Units read: what is felt shows early. */
const LONGEST = 2_000
/** What a word counts for, in units of the trained model's distance; later words count as much as earlier ones. */
const WORD = 1.2
/** What a feeling must gather before it is named. */
const BASELINE = 0.9
/** What the sentiment adds to feelings of its side and takes from the others. */
const SIDE = 0.7
const LOUD = 0.6
const SHARPNESS = 1.5
const ENGLISH = 1.2

/** A word right before which it is taken back: 不担心, not happy. */
const TURNED = /(?:不|没|没有|不用|不必|别|无|不会|不太|never |not |no |n't )$/u

/**
 * What a text in the form of `normalise` seems to feel: words of feeling, the sentiment, and for English a trained model.
 * `none` where nothing shows.
 *
 * @param model  see `loadEmotionModel`
 */
export function emotionOfNormalised(text: string, sentiment: Sentiment, model: GramTable): Emotion {
  const head = text.slice(0, LONGEST)
  if (head.trim() === '') return { label: 'none', confidence: 0 }
  const scores = new Map<EmotionLabel, number>(EMOTIONS.map((label) => [label, label === 'none' ? BASELINE : 0]))
  const add = (label: EmotionLabel, by: number) => scores.set(label, (scores.get(label) ?? 0) + by)
  for (const { value, from } of findPhrases(cues, head))
    if (value !== 'none' && !TURNED.test(head.slice(Math.max(0, from - 6), from))) add(value, WORD)
  if (isLatin(head))
    for (const [i, distance] of distancesIn(model, head).entries()) add(EMOTIONS[i]!, distance * ENGLISH)
  weighSide(scores, sentiment, head)
  return best(scores)
}

function weighSide(scores: Map<EmotionLabel, number>, { label, score }: Sentiment, text: string): void {
  const side = label === 'neutral' ? 0 : score
  for (const feeling of FELT) {
    const sign = GOOD.has(feeling) ? 1 : BAD.has(feeling) ? -1 : 0
    const own = scores.get(feeling) ?? 0
    // A side alone is no feeling: it only weighs what words show.
    if (own > 0) scores.set(feeling, own + SIDE * sign * side)
  }
  if (side < 0 && /!!|\?!|!\?/.test(text)) scores.set('anger', (scores.get('anger') ?? 0) + LOUD)
}

/** Text without Han whose letters are latin ones. */
function isLatin(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return false
  return /[a-z]/.test(text)
}

function best(scores: ReadonlyMap<EmotionLabel, number>): Emotion {
  let label: EmotionLabel = 'none'
  for (const one of EMOTIONS) if (scores.get(one)! > scores.get(label)!) label = one
  const top = scores.get(label)!
  let total = 0
  for (const score of scores.values()) total += Math.exp(SHARPNESS * (score - top))
  return { label, confidence: Math.round(1000 / total) / 1000 }
}
