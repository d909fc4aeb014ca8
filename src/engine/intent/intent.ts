import { distancesIn, type GramTable, unpackTable } from '../classifier/table.ts'
import type { Clause } from '../language/clauses.ts'
import { normalise } from '../language/normalise.ts'
import { everyPhrase, findPhrases, type Phrases, phrasesOf } from '../language/phrases.ts'
import { evidenceOf } from '../sentiment/rules.ts'
import { LONGEST_READ, type Sentiment, type SentimentModel, sentimentOfNormalised } from '../sentiment/sentiment.ts'
import { CHURN, COMPLAINT, type IntentCue, PRAISE, QUESTION, SUGGESTION } from './cues.ts'

export const INTENTS = ['complaint', 'suggestion', 'question', 'praise', 'churn', 'other'] as const
export type IntentLabel = (typeof INTENTS)[number]

/** What the speaker wants; `confidence` 0…1. */
export type Intent = { label: IntentLabel; confidence: number }

type Scores = Record<IntentLabel, number>

const LISTS: readonly (readonly [IntentLabel, readonly IntentCue[]])[] = [
  ['churn', CHURN],
  ['suggestion', SUGGESTION],
  ['question', QUESTION],
  ['praise', PRAISE],
  ['complaint', COMPLAINT],
]

type Vote = { label: IntentLabel; weight: number }

function collect(): Phrases<Vote[]> {
  const votes = new Map<string, Vote[]>()
  for (const [label, cues] of LISTS) {
    for (const { words, weight } of cues) {
      for (const word of words.split(/\s+/)) {
        const phrase = word.replaceAll('_', ' ')
        if (phrase !== '') votes.set(phrase, [...(votes.get(phrase) ?? []), { label, weight }])
      }
    }
  }
  return phrasesOf(votes)
}
const CUE_VOTES = collect()

/** Takes the threat out of a leaving word: 不会卸载, 不用换一家; and words that only look like one. */
const NOT_LEAVING = phrasesOf(
  [
    '不会卸载',
    '没卸载',
    '舍不得卸载',
    '不换一家',
    '不用换',
    '没有换',
    '不会换',
    '重新卸载',
    '卸载重装',
    '卸载了重装',
    '卸载后重装',
    '卸载重新',
    '换家里',
    "won't uninstall",
    'uninstalled and reinstalled',
    'uninstall and reinstall',
    'uninstalled it and reinstalled',
  ].map((word) => [word, true] as const),
)

const ENDS_ASKING = /(?:[吗么呢嘛啊呀吧]|了没|了没有)?\?|[吗么]\s*$|(?:了没|了没有|行不|好不|没有)\s*$/

const loaded = new WeakMap<Uint8Array, GramTable>()

/**
 * The model of intents in its file; the same bytes are unpacked once.
 *
 * @throws Error when the bytes are no such model
 */
export function loadIntentModel(bytes: Uint8Array): GramTable {
  const model = loaded.get(bytes) ?? unpackTable(bytes, INTENTS)
  loaded.set(bytes, model)
  return model
}

/** What the trained model counts for beside the cue words: on sentences of our own 3 to 5 were alike, 0 and it alone worse. */
const LEARNED = 3.5
const RULED_OUT = -9
/** Turns the sum of both into chances. */
const SHARPNESS = 0.8

/** How the votes are weighed; all in units of one plain cue. */
const FEELING = 2.2
const ASKING = 1.6
const BASELINE = 0.9
const SURE = -0.85

/**
 * What a normalised text is for, by a trained model beside cue words, the form of a question and the sentiment found.
 * A question that reproaches is a complaint; a threat to leave outweighs everything else.
 */
export function intentOfNormalised(
  text: string,
  sentiment: Sentiment,
  model: GramTable,
  clauses?: readonly Clause[],
): Intent {
  if (text.trim() === '') return { label: 'other', confidence: 0 }
  const scores = ruled(text, sentiment, clauses)
  const distances = distancesIn(model, text)
  for (const [i, label] of INTENTS.entries()) scores[label] = (scores[label] + LEARNED * distances[i]!) * SHARPNESS
  if (findPhrases(NOT_LEAVING, text).length > 0) scores.churn = RULED_OUT
  const found = best(scores)
  return isGuess(text, found, sentiment)
    ? { label: 'other', confidence: Math.round((1 - found.confidence) * 1000) / 1000 }
    : found
}

/** What cue words, the form of a question and the feeling say for each intent. */
function ruled(text: string, sentiment: Sentiment, clauses?: readonly Clause[]): Scores {
  const scores: Scores = { complaint: 0, suggestion: 0, question: 0, praise: 0, churn: 0, other: BASELINE }
  const isStaying = findPhrases(NOT_LEAVING, text).length > 0
  const counted = new Set<Vote[]>()
  everyPhrase(CUE_VOTES, text, (votes) => {
    if (counted.has(votes)) return
    counted.add(votes)
    for (const { label, weight } of votes) if (!(label === 'churn' && isStaying)) scores[label] += weight
  })
  const { rhetoric } = evidenceOf(text, clauses)
  const asks = ENDS_ASKING.test(text)
  if (asks) scores.question += ASKING
  weighFeeling(scores, sentiment, asks, rhetoric > 0)
  return scores
}

/** Below this a feeling is the echo of a few characters rather than an opinion. */
const FAINT = 0.6
const UNSURE = 0.85
const FEW = 10

/** "已下单" or "new 14": nothing but a faint feeling in a few characters speaks for a complaint, and nobody is sent for that. */
const isGuess = (text: string, { label, confidence }: Intent, { score }: Sentiment): boolean =>
  label === 'complaint' && confidence < UNSURE && score > -FAINT && text.trim().length <= FEW

function weighFeeling(scores: Scores, { label, score }: Sentiment, asks: boolean, reproaches: boolean): void {
  const feeling = FEELING * (0.5 + Math.abs(score) / 2)
  if (label === 'negative') {
    scores.complaint += scores.suggestion >= 1.8 ? feeling * 0.5 : feeling
    scores.praise *= 0.3
  } else if (label === 'positive') {
    scores.praise += asks || scores.suggestion > 2 ? feeling * 0.4 : feeling
    scores.complaint *= 0.3
    scores.churn *= 0.4
  } else {
    scores.praise *= 0.7
  }
  if (reproaches) {
    scores.complaint += scores.question * 0.7 + 1
    scores.question *= 0.2
  } else if (label === 'negative' && score < SURE) {
    // 什么时候才能解决，三次了 asks, and complains more; 请问 and 怎么办 stay questions.
    scores.complaint += asks ? 0.8 : 0
    if (scores.question < 3) scores.question *= 0.7
  }
  if (scores.question > 0 && label !== 'negative') scores.complaint *= 0.6
}

function best(scores: Scores): Intent {
  let label: IntentLabel = 'other'
  for (const one of INTENTS) if (scores[one] > scores[label]) label = one
  const total = INTENTS.reduce((sum, one) => sum + Math.exp(scores[one] - scores[label]), 0)
  return { label, confidence: Math.round(1000 / total) / 1000 }
}

/** What a text is for: complaint, suggestion, question, praise, churn threat or other. */
export function intentOf(text: string, model: SentimentModel & { intents: GramTable }): Intent {
  const { text: plain } = normalise(text, { limit: LONGEST_READ })
  return intentOfNormalised(plain, sentimentOfNormalised(plain, { model }), model.intents)
}
