import { type Clause, clausesOf } from '../language/clauses.ts'
import { normalise } from '../language/normalise.ts'
import { plainSpoken } from '../language/slang.ts'
import { type Lexicon, loadLexicon, logOdds } from './model.ts'
import { OPINION } from './opinion.data.ts'
import { distanceOf, logOddsOf, type PolarityModel, unpackPolarityModel } from './polarity.ts'
import { type Evidence, evidenceOf, signalsOf } from './rules.ts'

export type Polarity = 'positive' | 'neutral' | 'negative'

/** `score` −1…1 (bad to good), `confidence` 0…1 in the label. */
export type Sentiment = { label: Polarity; score: number; confidence: number }

/**
 * What judges a text: trained models for good against bad, of whole texts and of single clauses, and a lexicon for judging
 * against stating.
 */
export type SentimentModel = { polarity: PolarityModel; clause: PolarityModel; opinion: Lexicon }

/** Files that `fitPolarity` and `fitClauses` made. */
export type SentimentFiles = { sentiment: Uint8Array; clauses: Uint8Array }

let opinion: Lexicon | undefined
const loaded = new WeakMap<Uint8Array, SentimentModel>()

/**
 * The models in their files; the same bytes are unpacked once.
 *
 * @throws Error when the bytes are no such models
 */
export function loadSentimentModel({ sentiment, clauses }: SentimentFiles): SentimentModel {
  opinion ??= loadLexicon(OPINION)
  const model = loaded.get(sentiment) ?? {
    polarity: unpackPolarityModel(sentiment),
    clause: unpackPolarityModel(clauses),
    opinion,
  }
  loaded.set(sentiment, model)
  return model
}

/** Below these log-odds a text is neutral: it does not judge, or as much for as against. Chosen to cost 1–2 % of opinions. */
const JUDGES = -0.4
/** The same where an opinion is likely, or hand-checked words and learned weights agree. */
const JUDGES_OUTSPOKEN = -1.8
const UNDECIDED = 0.2
/** What a rhetorical question, or 呵呵 without a kind word, takes off. */
const REPROACH = 0.8
/** What a wish takes off in a clause: what is wished for is missed (希望能有字幕). */
const MISSED = 0.8
/** Most that moods add. */
const MOOD = 2.5
/** Most that emoji and stickers add, and the sum of strengths at which three quarters of it are reached. */
const SIGN = 3.5
const SIGN_REACH = 3

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const rounded = (x: number): number => Math.round(x * 1000) / 1000

export type SentimentOptions = {
  model: SentimentModel
  /** Clauses of the text when they are known already. */
  clauses?: readonly Clause[]
  /** Log-odds known beforehand, such as from a score that came with the text; counts when there are words. */
  prior?: number
  /** Set for a single clause, which is judged by what was learned from clauses. */
  ofClause?: boolean
  /** Set for a stretch chosen because it is likely to judge, as a clause that names a category: fewer become neutral. */
  expectsOpinion?: boolean
}

/** Numbers and marks alone say nothing. */
const SPEAKS = /[\p{L}\p{S}]/u

/** In so few units a turned word may be all there is. */
const SHORT = 40

/**
 * Log-odds of good news. Of a short text, stretches that turn a bad word into good (不会失望) are left to the hand-checked
 * words where the grams take them for bad: the model has seen 失望 a thousand times, and 不会失望 hardly ever.
 */
function polarityOf(model: PolarityModel, text: string, { turned }: Evidence, balance: number): number {
  const misread =
    text.length <= SHORT
      ? turned.filter(({ from, to, isGood }) => isGood && distanceOf(model, text.slice(from, to)).distance < 0)
      : []
  if (misread.length === 0) return logOddsOf(model, distanceOf(model, plainSpoken(text)).distance, balance)
  return logOddsOf(model, distanceOf(model, plainSpoken(without(text, misread))).distance, 2 * balance)
}

function without(text: string, stretches: readonly { from: number; to: number }[]): string {
  let rest = ''
  let at = 0
  for (const { from, to } of stretches) {
    rest += `${text.slice(at, Math.max(from, at))}\n`
    at = Math.max(at, to)
  }
  return rest + text.slice(at)
}

/**
 * Log-odds that emoji and stickers put on top of the words, and in a short text moods. One sticker of strength 2 counts
 * about 2: more than the words of a post on everyday life do, less than an outspoken complaint. Chosen by judgement, as
 * hardly any labelled text has a sticker; on tweets with emoji it is worth 2 points.
 */
function asidesOf(text: string, { signs, moods }: Evidence): number {
  const mood = text.length <= SHORT ? MOOD * Math.tanh(moods / 2) : 0
  return SIGN * Math.tanh(signs / SIGN_REACH) + mood
}

const undecided = (logit: number, judging: number): Sentiment => ({
  label: 'neutral',
  score: rounded(Math.tanh(logit / 2) * judging * 0.5),
  confidence: rounded(Math.max(1 - judging, 0.4)),
})

/**
 * Whether a customer's words are good or bad news, for text in the form of `normalise`.
 * A text that says nothing known is neutral with confidence 0.
 */
export function sentimentOfNormalised(
  text: string,
  { model, clauses, prior = 0, ofClause = false, expectsOpinion = false }: SentimentOptions,
): Sentiment {
  const evidence = evidenceOf(text, clauses)
  const signals = signalsOf(text, evidence)
  const opinion = logOdds(model.opinion, text, evidence, signals)
  const isSilent = evidence.words + evidence.rhetoric + evidence.irony === 0 && !SPEAKS.test(text)
  const reproaches = evidence.rhetoric > 0 || (evidence.irony > 0 && evidence.positive === 0)
  const balance = evidence.positive - evidence.negative
  const polarity = polarityOf(ofClause ? model.clause : model.polarity, text, evidence, signals[0]!)
  const asides = asidesOf(text, evidence)
  const logit = polarity + prior + asides - (reproaches ? REPROACH : 0) - (ofClause && evidence.wishes > 0 ? MISSED : 0)
  if (isSilent && prior === 0) return { label: 'neutral', score: 0, confidence: text.trim() === '' ? 0 : 0.5 }
  const isOutspoken = expectsOpinion || reproaches || asides !== 0 || (Math.abs(balance) >= 1 && balance * logit >= 1)
  const judges = opinion >= (isOutspoken ? JUDGES_OUTSPOKEN : JUDGES)
  if (prior === 0 && (!judges || Math.abs(logit) < UNDECIDED)) return undecided(logit, sigmoid(opinion))
  const good = sigmoid(logit)
  return {
    label: logit > 0 ? 'positive' : 'negative',
    score: rounded(2 * good - 1),
    confidence: rounded(Math.max(good, 1 - good)),
  }
}

/**
 * Whether a customer's words are good or bad news.
 *
 * A trained model over runs of characters and words beside hand-checked words (negation, degree, contrast, irony, wishes,
 * questions); Chinese and English. Texts in other languages are judged by signs and loan words only.
 *
 * @example sentimentOf('物流很快，就是包装有点破') // { label: 'positive' | …, score: …, confidence: … }
 */
export function sentimentOf(text: string, options: SentimentOptions): Sentiment {
  const { text: plain } = normalise(text, { limit: LONGEST_READ })
  return sentimentOfNormalised(plain, { ...options, clauses: options.clauses ?? clausesOf(plain) })
}

/** Units read of one text: twice what the API takes in characters. */
export const LONGEST_READ = 40_000
