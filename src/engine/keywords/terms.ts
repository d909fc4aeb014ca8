import { normalise } from '../language/normalise.ts'
import { type Hit, longestAt, type Phrases } from '../language/phrases.ts'
import { isHan } from '../language/script.ts'
import { findPii } from '../privacy/find.ts'
import { CUES, type Cue } from '../sentiment/cue-phrases.ts'
import type { Segmenter } from './segmenter.ts'
import { DEGREE_WORDS, NEGATING_WORDS, SINGLE_STOP_WORDS } from './small-words.ts'
import { STOP_WORDS } from './stop-words.ts'

/** A word in normalised spelling and as its text writes it. */
export type Term = { word: string; written: string }

/** A text, and where personal data stands in it when that is known already; it is looked for when not. UTF-16 units. */
export type TermText = { text: string; personal?: readonly { start: number; end: number }[] }

export type TermOptions = {
  segment: Segmenter
  /** Names kept whole, such as the workspace's products. */
  names?: Phrases<true>
}

const LONGEST_READ = 4_000
const LONGEST_WORD = 32
const HAN = /^[\u3400-\u9fff]+$/
/** 一个半, 两份, 三十块. */
const NUMBER =
  /^[一二两三四五六七八九十百千半几多第][一二两三四五六七八九十百千半几多个份次点天周小时分钟块元家件包盒袋瓶年月]*$/
const WORD = /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}'+-]*$/u

/**
 * The words of a text that say something, in order, null where a clause ends or a word stands between that says nothing
 * by itself. Degree words are passed over (物流很慢 is 物流, 慢), a negation is one with what it negates (不好用),
 * personal data is left out. Reads the first 4,000 UTF-16 units, in time linear in them.
 */
export function termsOf({ text, personal }: TermText, { segment, names }: TermOptions): (Term | null)[] {
  const read = text.slice(0, LONGEST_READ)
  const original = withoutPersonal(read, personal ?? findPii(read))
  const { text: plain, starts } = normalise(original)
  const terms: (Term | null)[] = []
  let negated: number | null = null
  for (const piece of piecesOf(plain, segment, names)) {
    const from = piece.from + degreeAt(plain, piece)
    const { to } = piece
    const word = plain.slice(from, to)
    if (DEGREE_WORDS.has(word)) continue
    if (NEGATING_WORDS.has(word)) {
      negated = from
      continue
    }
    const start: number = negated === null || !isOneRun(plain, negated, from) ? from : negated
    negated = null
    if (piece.whole || isTelling(word))
      terms.push({ word: plain.slice(start, to), written: original.slice(starts[start], starts[to]).trim() })
    else if (terms.at(-1) !== null && word !== ' ') terms.push(null)
  }
  return terms
}

/** Personal data gives way to a line's end, which parts what stood around it. */
function withoutPersonal(text: string, personal: NonNullable<TermText['personal']>): string {
  let kept = ''
  let from = 0
  for (const { start, end } of personal) {
    kept += `${text.slice(from, start)}\n`
    from = Math.max(from, end)
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** 太慢 and 慢 are one word: the length of the degree word before what is judged. */
function degreeAt(text: string, { from, to }: Stretch): number {
  if (to - from < 2 || !DEGREE_WORDS.has(text[from]!)) return 0
  const judged = longestAt(CUES, text, from + 1, to)
  return judged !== undefined && judged.to === to && judged.value.strength !== 0 ? 1 : 0
}

const isOneRun = (text: string, from: number, to: number): boolean => HAN.test(text.slice(from, to))

function isTelling(word: string): boolean {
  if (word.length > LONGEST_WORD || STOP_WORDS.has(word) || SINGLE_STOP_WORDS.has(word)) return false
  return isHan(word.charCodeAt(0)) ? HAN.test(word) && !NUMBER.test(word) : word.length > 1 && WORD.test(word)
}

/** `whole`: known to be one word, however it is spelled. */
type Stretch = { from: number; to: number; whole?: true }

/** Names and opinion words of more than one character first (不好用, yyds), the rest as the segmenter cuts it. */
function* piecesOf(text: string, segment: Segmenter, names: Phrases<true> | undefined): Generator<Stretch> {
  let from = 0
  for (let at = 0; at < text.length; ) {
    const name = names && longestAt(names, text, at)
    const cue = cueAt(text, at)
    const known = name ?? cue
    if (known !== undefined && (name !== undefined || isOpinion(cue))) {
      yield* segmented(text, from, at, segment)
      yield { from: at, to: known.to, whole: true }
      from = known.to
    }
    at = known === undefined || known.to === at + 1 ? at + 1 : known.to
  }
  yield* segmented(text, from, text.length, segment)
}

/** 很好用 is 很, 好用, although 很好 is a word as well. */
function cueAt(text: string, at: number): Hit<Cue> | undefined {
  const cue = longestAt(CUES, text, at)
  if (cue === undefined || !DEGREE_WORDS.has(text[at]!)) return cue
  return isOpinion(longestAt(CUES, text, at + 1)) ? undefined : cue
}

const isOpinion = (cue: Hit<Cue> | undefined): boolean =>
  cue !== undefined && cue.to - cue.from > 1 && cue.value.strength !== 0

function* segmented(text: string, from: number, to: number, segment: Segmenter): Generator<Stretch> {
  if (from >= to) return
  let at = from
  for (const word of segment(text.slice(from, to))) {
    yield { from: at, to: at + word.length }
    at += word.length
  }
}
