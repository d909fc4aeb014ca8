import { type Aspect, aspectsOfNormalised } from '../aspects/aspects.ts'
import { aspectsOfTargets } from '../aspects/targets.ts'
import { indexTaxonomy, type Taxonomy } from '../aspects/taxonomy.ts'
import { type Emotion, emotionOfNormalised } from '../emotion/emotion.ts'
import { type Need, needOfNormalised } from '../emotion/need.ts'
import { type Intent, intentOfNormalised } from '../intent/intent.ts'
import { type Urgency, urgencyOfNormalised } from '../intent/urgency.ts'
import type { Dictionary } from '../keywords/dictionary.ts'
import { type Keyword, keywordsOfNormalised } from '../keywords/keywords.ts'
import type { Segmenter } from '../keywords/segmenter.ts'
import { type Clause, clausesOf } from '../language/clauses.ts'
import { detectLanguage } from '../language/detect.ts'
import { type Normalised, normalise } from '../language/normalise.ts'
import { findPii } from '../privacy/find.ts'
import type { PiiFinding } from '../privacy/kinds.ts'
import { mask } from '../privacy/mask.ts'
import {
  LONGEST_READ,
  type Polarity,
  type Sentiment,
  type SentimentModel,
  sentimentOfNormalised,
} from '../sentiment/sentiment.ts'
import { type Value, valueOfNormalised } from '../value/value.ts'
import type { Judges } from './judges.ts'
import { isLowScore, moodOf, type Score, sentimentOfMood } from './scores.ts'

/** Changes whenever the same text may be judged otherwise; kept with every result so that old ones can be made again. */
export const ENGINE_VERSION = 'linear-5'

export const TASKS = ['language', 'sentiment', 'intent', 'aspects', 'keywords', 'emotion', 'value', 'pii'] as const
export type Task = (typeof TASKS)[number]

/** One voice: words, scores or both. */
export type AnalysisInput = {
  text: string
  scores?: readonly Score[]
  /** BCP 47; what is given is not guessed. */
  language?: string
  /** Things to be judged one by one, such as 屏幕. */
  targets?: readonly string[]
}

export type AnalysisOptions = {
  taxonomy: Taxonomy
  segment?: Segmenter
  /** The workspace's own words, which keywords keep whole. */
  own?: Dictionary
  model: Judges
}

/** A category that a text speaks of, with the surest judgement on it. */
export type CategoryFound = { category: string; polarity: Polarity; confidence: number }

/** What the engine finds in one voice; offsets are UTF-16 units of the text given. */
export type Analysis = {
  engine: string
  language: string
  sentiment: Sentiment
  intent: Intent
  urgency: Urgency
  aspects: Aspect[]
  categories: CategoryFound[]
  keywords: Keyword[]
  /** Reading aids: what the speaker seems to feel, and which need is spoken of. */
  emotion: Emotion
  need: Need
  /** Relevant, authentic, specific, timely; and what to ask where it is vague. */
  value: Value
  pii: PiiFinding[]
  masked: string
}

/** How much a score beside words shifts the judgement on them, in log-odds. */
const SCORE_PULL = 0.8

function judge(text: string, clauses: readonly Clause[], scores: readonly Score[], model: SentimentModel): Sentiment {
  const mood = moodOf(scores)
  if (text.trim() === '' && mood !== null) return sentimentOfMood(mood)
  return sentimentOfNormalised(text, { clauses, prior: (mood ?? 0) * SCORE_PULL, model })
}

function urgencyFor(text: string, scores: readonly Score[], sentiment: Sentiment, intent: Intent): Urgency {
  const urgency = urgencyOfNormalised(text, sentiment, intent)
  return urgency.level === 'low' && isLowScore(scores) ? { ...urgency, level: 'normal' } : urgency
}

/**
 * Everything the engine finds in one voice. Never throws on any text and takes time linear in it; of very long texts
 * all but the search for personal data reads the first 40,000 units.
 */
export function analyse(input: AnalysisInput, options: AnalysisOptions): Analysis {
  const found = analyseTasks(input, options, TASKS)
  return found as Analysis
}

/** `analyse` for many, in order. */
export const analyseMany = (inputs: readonly AnalysisInput[], options: AnalysisOptions): Analysis[] =>
  inputs.map((input) => analyse(input, options))

/** As `analyse`, but finds only what the tasks named give. */
export function analyseTasks(
  input: AnalysisInput,
  options: AnalysisOptions,
  tasks: readonly Task[],
): Partial<Analysis> {
  const { text } = input
  const wants = (...some: Task[]) => some.some((task) => tasks.includes(task))
  const normalised = normalise(text, { limit: LONGEST_READ })
  const clauses = clausesOf(normalised.text)
  const opinions = wants('aspects', 'value') ? aspectsOfNormalised(normalised, clauses, options) : []
  const read = { input, options, normalised, clauses, opinions }
  const found: Partial<Analysis> = { engine: ENGINE_VERSION }
  if (wants('language')) found.language = input.language ?? detectLanguage(text).tag
  if (wants('sentiment', 'intent', 'emotion', 'value')) Object.assign(found, judgedOf(read, wants))
  if (wants('aspects')) {
    found.aspects = [...opinions, ...aspectsOfTargets(normalised, input.targets ?? [], options)]
    found.categories = categoriesOf(found.aspects)
  }
  if (wants('keywords')) {
    found.keywords = keywordsOfNormalised(normalised.text, {
      index: indexTaxonomy(options.taxonomy),
      ...(options.segment && { segment: options.segment }),
      ...(options.own && { own: options.own }),
    })
  }
  if (wants('pii')) {
    found.pii = findPii(text)
    found.masked = mask(text, found.pii)
  }
  return found
}

type Read = {
  input: AnalysisInput
  options: AnalysisOptions
  normalised: Normalised
  clauses: readonly Clause[]
  opinions: readonly Aspect[]
}

/** What goes back to the sentiment of the whole, which is found once. */
function judgedOf(read: Read, wants: (task: Task) => boolean): Partial<Analysis> {
  const { input, options, normalised, clauses } = read
  const { scores = [] } = input
  const { model } = options
  const { text } = normalised
  const found: Partial<Analysis> = {}
  const sentiment = judge(text, clauses, scores, model)
  if (wants('sentiment')) found.sentiment = sentiment
  if (wants('emotion')) {
    found.emotion = emotionOfNormalised(text, sentiment, model.emotions)
    found.need = needOfNormalised(text)
  }
  if (!wants('intent') && !wants('value')) return found
  const intent = intentOfNormalised(text, sentiment, model.intents, clauses)
  if (wants('intent')) {
    found.intent = intent
    found.urgency = urgencyFor(text, scores, sentiment, intent)
  }
  if (wants('value')) found.value = worthOf(read, sentiment, intent)
  return found
}

function worthOf({ input, options, normalised, opinions }: Read, sentiment: Sentiment, intent: Intent): Value {
  const categories = categoriesOf(opinions)
  return valueOfNormalised(normalised.text, {
    original: input.text,
    intent,
    categories: categories.map(({ category }) => category),
    judges: sentiment.label !== 'neutral',
    taxonomy: options.taxonomy,
  })
}

/** Each category once, in order of appearance, with its surest judgement; any judgement beats a neutral one. */
export function categoriesOf(aspects: readonly Aspect[]): CategoryFound[] {
  const best = new Map<string, CategoryFound>()
  for (const { category, polarity, confidence } of aspects) {
    const known = best.get(category)
    const isSurer = known === undefined || confidence > known.confidence
    const judgesFirst = known?.polarity === 'neutral' && polarity !== 'neutral'
    const judgesLess = known !== undefined && known.polarity !== 'neutral' && polarity === 'neutral'
    if (judgesFirst || (isSurer && !judgesLess)) best.set(category, { category, polarity, confidence })
  }
  return [...best.values()]
}
