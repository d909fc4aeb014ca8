import { normalise } from './normalise.ts'
import { scriptOf } from './script.ts'

/** Longest word kept whole; longer ones are cut, as PostgreSQL's lexemes have a limit and nobody types them. */
const LONGEST_TOKEN = 64
const MOST_TOKENS = 20_000
const MOST_QUERY_TOKENS = 64

type Run = { text: string; dense: boolean }

/** Runs of characters that are written without spaces (dense: Han, kana, hangul, Thai), and words of all others. */
function* runsOf(text: string): Generator<Run> {
  const { text: plain } = normalise(text, { collapse: false })
  let run = ''
  let dense = false
  for (const char of stripAccents(plain)) {
    const point = char.codePointAt(0)!
    const script = scriptOf(point)
    const kind = script === 'han' || script === 'kana' || script === 'hangul' || script === 'thai'
    const inWord = kind || script !== 'other' || WORDLIKE.test(char)
    if (run !== '' && (!inWord || kind !== dense)) {
      yield { text: run, dense }
      run = ''
    }
    if (inWord) {
      run += char
      dense = kind
    }
  }
  if (run !== '') yield { text: run, dense }
}

const WORDLIKE = /[\p{L}\p{N}_]/u
const stripAccents = (text: string): string =>
  /[^\0-\x7f\u2e80-\u9fff\uac00-\ud7af]/.test(text)
    ? text.replace(ACCENTED, (c) => c.normalize('NFD').replace(/\p{M}/gu, ''))
    : text
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g

/**
 * What a text is found by: every single character and every pair of neighbours of Chinese (and other writing without
 * spaces), and every other word in lower case without accents. Traditional and Simplified give the same tokens.
 * Made for `array_to_tsvector`; each token once, in order of first appearance, at most `max`.
 *
 * @source bigrams plus unigrams find every substring query, where dictionary words miss one in ten
 */
export function searchTokens(text: string, max = MOST_TOKENS): string[] {
  const tokens = new Set<string>()
  for (const { text: run, dense } of runsOf(text)) {
    if (tokens.size >= max) break
    if (dense) addPairs(tokens, run, true)
    else tokens.add(cut(run))
  }
  return tokens.size > max ? [...tokens].slice(0, max) : [...tokens]
}

/** Cuts between code points, never inside a pair of surrogates. */
const cut = (word: string): string =>
  word.length <= LONGEST_TOKEN ? word : [...word.slice(0, LONGEST_TOKEN - 1)].join('').replace(/[\ud800-\udbff]$/, '')

function addPairs(tokens: Set<string>, run: string, singles: boolean): void {
  let before = ''
  for (const char of run) {
    if (singles) tokens.add(char)
    if (before !== '') tokens.add(before + char)
    before = char
  }
}

/**
 * The tokens that a text must hold, all of them, to match a query: the pairs of a Chinese phrase (a lone character
 * stands for itself), and each other word. Empty when the query holds nothing to search for.
 * Pairs may be found apart from each other; who needs the exact phrase checks it on the rows found.
 */
export function queryTokens(query: string): string[] {
  const tokens = new Set<string>()
  for (const { text: run, dense } of runsOf(query.slice(0, 2000))) {
    if (!dense) tokens.add(cut(run))
    else if ([...run].length === 1) tokens.add(run)
    else addPairs(tokens, run, false)
  }
  return [...tokens].slice(0, MOST_QUERY_TOKENS)
}
