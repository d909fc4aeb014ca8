import { matchesOf } from './matches.ts'
import { BRANDS_WITH_TITLES } from './name-words.data.ts'
import type { Stretch } from './stretch.ts'

const WORD = "[a-z][a-z'’-]{1,19}"
const PRESENTED = new RegExp(`(?<![a-z])(?:my name is|my name's|i am called) (${WORD}(?: ${WORD}){0,2})`, 'g')
const ON_A_FORM = new RegExp(
  `(?<![a-z])(?:name|contact(?: person)?|attn|signed) ?[:=] ?(${WORD}(?: ${WORD}){0,2})`,
  'g',
)
const TITLED = new RegExp(`(?<![a-z])(mrs?|ms|miss|dr|prof)\\.? (${WORD}(?: ${WORD}){0,2})`, 'g')
const SIGNED = new RegExp(`(?<![a-z])(?:regards|sincerely|faithfully) ?,?[ \\n]{1,3}(${WORD}(?: ${WORD}){0,2})`, 'g')
/** Two words with capitals: somebody says who they are, or stands before a telephone number. */
const SAYS_WHO = new RegExp(
  `(?<![a-z])(?:i am|i'm|this is|here is) (${WORD}(?: ${WORD}){1,2}?)(?=[.,;!\\n)]|$| and | from )`,
  'g',
)
const BESIDE_NUMBER = new RegExp(
  `(?<![a-z])(${WORD} ${WORD}),? ?(?:tel|phone|mobile)?[ :]{0,2}(?=\\+?\\d[\\d -]{7})`,
  'g',
)
/** English words after a name, or in its place. */
const NOT_NAMES: ReadonlySet<string> = new Set(
  'and i my from at in on to with is was has had the a an not but who that this it of for so very just am are will would please order your our their his her new same support team service cannot missing wrong also now good easy no do its all else hence pls please thanks thank customer never always you he she they we'.split(
    ' ',
  ),
)

/** Whether the letter that became unit `at` of the normalised text was written as a capital. */
export type IsCapital = (at: number) => boolean

/** Names in English, in normalised text; capitals tell most of them from other words. */
export function findEnglishNames(text: string, isCapital: IsCapital): Stretch[] {
  if (!/[a-z]{2}/.test(text)) return []
  const read = (pattern: RegExp, judge: (words: string, from: number, match: RegExpExecArray) => string | null) =>
    matchesOf(pattern, text).flatMap((match) => {
      const words = match.at(-1) ?? ''
      const from = match.index + match[0].lastIndexOf(words)
      const name = judge(words, from, match)
      return name === null ? [] : [{ from, to: from + name.length }]
    })
  const written = (words: string, from: number) => englishName(words, from, isCapital, false)
  return [
    ...read(PRESENTED, (words, from) => englishName(words, from, isCapital, true)),
    ...[ON_A_FORM, SIGNED].flatMap((pattern) => read(pattern, written)),
    ...[SAYS_WHO, BESIDE_NUMBER].flatMap((pattern) =>
      read(pattern, (words, from) => {
        const name = written(words, from)
        return name?.includes(' ') && !isCapital(from + 1) ? name : null
      }),
    ),
    ...read(TITLED, (words, from, { index, 1: title = '' }) =>
      isTitle(title, index, isCapital) ? englishName(words, from, isCapital, !isCapital(index)) : null,
    ),
  ]
}

/** 'Ms' and 'Miss' are titles; 'ms' is a time, 'MS' a maker of software, 'miss' a verb. */
function isTitle(title: string, at: number, isCapital: IsCapital): boolean {
  if (title !== 'ms' && title !== 'miss') return true
  return isCapital(at) && !isCapital(at + 1)
}

/**
 * The words that are a name: those written with capitals, or one in small letters where `small` allows it.
 * Null when there is none.
 */
function englishName(words: string, from: number, isCapital: IsCapital, small: boolean): string | null {
  const parts = words.split(' ')
  let taken = 0
  let end = 0
  for (const part of parts) {
    if (NOT_NAMES.has(part) || BRANDS_WITH_TITLES.has(part)) break
    const capital = isCapital(from + end + (taken > 0 ? 1 : 0))
    if (!capital && !(small && taken === 0)) break
    end += part.length + (taken > 0 ? 1 : 0)
    taken++
  }
  return taken === 0 ? null : words.slice(0, end)
}
