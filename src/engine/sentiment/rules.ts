import { type Clause, clausesOf } from '../language/clauses.ts'
import { findPhrases, type Hit } from '../language/phrases.ts'
import { CUES, type Cue } from './cue-phrases.ts'

/** What the hand-checked words say about a stretch of text; sums of strengths after negation and degree. */
export type Evidence = {
  positive: number
  /** ≥ 0 */
  negative: number
  /** Sum of the last clause that says anything. */
  last: number
  irony: number
  rhetoric: number
  wishes: number
  /** Sum of the strengths of emoji and stickers; no negator turns them. */
  signs: number
  /** Moods told, good less bad. */
  moods: number
  /** Opinion words met. */
  words: number
  /**
   * Where a negator turns a word, ascending: phrases that begin inside say nothing by themselves (失望 in 不会失望).
   * `isGood` where the negator stands right before a bad word, or the whole is a kind idiom.
   */
  turned: { from: number; to: number; isGood: boolean }[]
}

/** How far a negator reaches, in units of text: Chinese negates what follows at once, English across a few words. */
const REACH_HAN = 6
const REACH_LATIN = 22
const FULL_FLIP = -0.8
const WEAK_FLIP = -0.5
const WEAK_NEGATORS = new Set(['不太', '不大', '不怎么', '不够', '不是很', '没那么', '没怎么', 'barely', 'hardly'])

const QUESTION_ENDS = new Set(['吗', '么', '呢', '嘛'])

const nothing = (): Evidence => ({
  positive: 0,
  negative: 0,
  last: 0,
  irony: 0,
  rhetoric: 0,
  wishes: 0,
  signs: 0,
  moods: 0,
  words: 0,
  turned: [],
})

/** An idiom that is not meant as its parts: it holds its own negation (没话说, not bad), or a 死 that only strengthens (爱死). */
const IDIOM = /^(?:[不没无未零别]|not |no |never |can't |cannot |couldn't |second |(?:爱|喜欢|开心|高兴|好吃|香|美)死)/

/** The strength of an opinion word after the negators and degree words before it, and where the turned stretch begins. */
function strengthOf(
  text: string,
  before: readonly Hit<Cue>[],
  word: Hit<Cue>,
): { strength: number; turnedFrom: number | null; isClose: boolean } {
  let strength = word.value.strength
  let turnedFrom = IDIOM.test(text.slice(word.from, Math.min(word.to, word.from + 10))) ? word.from : null
  let isClose = turnedFrom !== null
  let edge = word.from
  for (let i = before.length - 1; i >= 0; i--) {
    const cue = before[i]!
    const gap = edge - cue.to
    if (cue.value.negates) {
      if (gap > (isLatin(text, cue.from) ? REACH_LATIN : REACH_HAN)) break
      turnedFrom = cue.from
      isClose = gap <= 1
      strength *= WEAK_NEGATORS.has(text.slice(cue.from, cue.to)) ? WEAK_FLIP : FULL_FLIP
    } else if (cue.value.degree !== 1 && gap <= 2) {
      strength *= cue.value.degree
    } else if (cue.value.strength !== 0) break
    edge = cue.from
  }
  return { strength, turnedFrom, isClose }
}

const isLatin = (text: string, at: number): boolean => text.charCodeAt(at) < 0x250

function note(cue: Cue, sum: Evidence): void {
  if (cue.rhetorical) sum.rhetoric++
  if (cue.ironic) sum.irony++
  if (cue.wishes) sum.wishes++
  sum.moods += cue.mood
}

/** Sums what one clause says. */
function weigh(text: string, clause: Clause, sum: Evidence, factor: number): void {
  const hits = findPhrases(CUES, text, clause.from, clause.to)
  const asks = text[clause.to] === '?' || QUESTION_ENDS.has(text[clause.to - 1] ?? '')
  let clauseSum = 0
  let wished = false
  let from = 0
  for (let i = 0; i < hits.length; i++) {
    const { value: cue } = hits[i]!
    note(cue, sum)
    wished ||= cue.wishes
    if (cue.strength === 0) continue
    if (cue.isSign) sum.signs += cue.strength
    const { strength: plain, turnedFrom, isClose } = strengthOf(text, hits.slice(Math.max(from, i - 4), i), hits[i]!)
    if (turnedFrom !== null) sum.turned.push({ from: turnedFrom, to: hits[i]!.to, isGood: isClose && plain > 0 })
    let strength = plain
    from = i
    // What is asked for or wished for is not there; what is complained about in a wish is.
    if (strength > 0 && (asks || wished)) strength *= 0.15
    sum.words++
    clauseSum += strength
    if (strength > 0) sum.positive += strength * factor
    else sum.negative -= strength * factor
  }
  if (clauseSum !== 0) sum.last = clauseSum
}

const FACTOR = { plain: 1, contrast: 1.3, concession: 0.6 } as const

/** What the hand-checked words say about the clauses given, or about the whole normalised text. */
export function evidenceOf(text: string, clauses: readonly Clause[] = clausesOf(text)): Evidence {
  const sum = nothing()
  for (const clause of clauses) weigh(text, clause, sum, FACTOR[clause.lead])
  return sum
}

/** Names of the numbers that `signalsOf` gives, in order. */
export const SIGNALS = [
  'balance',
  'positive',
  'negative',
  'last',
  'irony',
  'rhetoric',
  'wishes',
  'exclaims',
  'asks',
] as const

const squash = (x: number): number => Math.tanh(x / 2.5)

/** The evidence as numbers of like size (about −1…1), which the learned model weighs. */
export function signalsOf(text: string, evidence: Evidence): number[] {
  const ironic = evidence.irony > 0 && evidence.negative > 0 && evidence.positive > 0
  return [
    squash(evidence.positive - evidence.negative),
    squash(evidence.positive),
    -squash(evidence.negative),
    squash(evidence.last),
    evidence.irony > 0 ? (ironic ? -1 : -0.5) : 0,
    evidence.rhetoric > 0 ? -1 : 0,
    evidence.wishes > 0 ? -1 : 0,
    text.includes('!') ? 1 : 0,
    text.includes('?') ? -1 : 0,
  ]
}
