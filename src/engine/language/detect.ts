import { isSimplifiedUnit, isTraditionalUnit } from './folding.ts'
import { type Script, scriptOf } from './script.ts'
import { STOP_WORDS } from './stop-words.ts'

/** `tag` is BCP 47; `und` when the text does not say. */
export type Language = { tag: string; confidence: number }

/** Enough to be sure, and a bound on time. */
const LONGEST_READ = 4000

const BY_SCRIPT: Partial<Record<Script, string>> = {
  hangul: 'ko',
  greek: 'el',
  arabic: 'ar',
  hebrew: 'he',
  thai: 'th',
  devanagari: 'hi',
}

type Counts = {
  scripts: Partial<Record<Script, number>>
  latinWords: string[]
  traditional: number
  simplified: number
  cyrillic: string
}

function count(text: string): Counts {
  const counts: Counts = { scripts: {}, latinWords: [], traditional: 0, simplified: 0, cyrillic: '' }
  const endWord = () => {
    if (word !== '') counts.latinWords.push(word.toLowerCase())
    word = ''
  }
  let word = ''
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!
    const script = scriptOf(point)
    if (script === 'latin') {
      word += text[at]
      continue
    }
    if (word !== '' && point !== 0x27 && point !== 0x2019) endWord()
    countSign(counts, script, point)
    if (point > 0xffff) at++
  }
  endWord()
  counts.scripts.latin = counts.latinWords.length
  return counts
}

function countSign(counts: Counts, script: Script, point: number): void {
  // Named by itself, for most signs are.
  if (script === 'han') counts.scripts.han = (counts.scripts.han ?? 0) + 1
  else counts.scripts[script] = (counts.scripts[script] ?? 0) + 1
  if (script === 'cyrillic') counts.cyrillic += String.fromCodePoint(point)
  else if (isTraditionalUnit(point)) counts.traditional++
  else if (isSimplifiedUnit(point)) counts.simplified++
}

/** Addresses, links and names of people written to carry no language of their own. */
const NOISE = /https?:\/\/\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,200}|@\w{1,40}/g

/**
 * Names the main language of a text by its script, by characters written in one way only, and by frequent words.
 *
 * @returns zh-Hans, zh-Hant, ja, ko, en, fr, de, es, pt, it, nl, id, vi, tr, ru, uk, el, ar, he, th, hi, or und when
 *          there is nothing to read; Chinese without a telling character counts as zh-Hans with less confidence
 */
export function detectLanguage(text: string): Language {
  const counts = count(text.slice(0, LONGEST_READ).replace(NOISE, ' '))
  const { han = 0, kana = 0, hangul = 0, latin = 0, cyrillic = 0 } = counts.scripts
  const east = han + kana + hangul
  const others =
    Object.entries(BY_SCRIPT).reduce((sum, [script]) => sum + (counts.scripts[script as Script] ?? 0), 0) - hangul
  const total = east + latin + (cyrillic + others) / 3
  if (total === 0) return { tag: 'und', confidence: 0 }
  // One Han character carries about as much as one latin word, and mixed texts are Chinese with English words.
  if (east >= latin * 0.4 && east >= (cyrillic + others) / 3) return eastern(han, kana, hangul, counts, total)
  if (cyrillic > others && cyrillic / 3 > latin) {
    return { tag: /[іїєґ]/i.test(counts.cyrillic) ? 'uk' : 'ru', confidence: clip(cyrillic / 3 / total) }
  }
  if (others / 3 > latin) return otherScript(counts, total)
  return latinLanguage(counts.latinWords, text)
}

const clip = (x: number): number => Math.round(Math.min(0.99, Math.max(0, x)) * 100) / 100

function eastern(han: number, kana: number, hangul: number, counts: Counts, total: number): Language {
  const share = (han + kana + hangul) / total
  if (hangul > han + kana) return { tag: 'ko', confidence: clip(share) }
  // の alone is in fashion in Chinese shop names; Japanese sentences are a good part kana.
  if (kana >= 2 && kana >= (han + kana) * 0.15) return { tag: 'ja', confidence: clip(share) }
  const { traditional, simplified } = counts
  if (traditional === simplified) return { tag: 'zh-Hans', confidence: clip(share * 0.7) }
  const sure = Math.max(traditional, simplified) / (traditional + simplified)
  return { tag: traditional > simplified ? 'zh-Hant' : 'zh-Hans', confidence: clip(share * sure) }
}

function otherScript(counts: Counts, total: number): Language {
  let best: Language = { tag: 'und', confidence: 0 }
  for (const [script, tag] of Object.entries(BY_SCRIPT)) {
    const share = (counts.scripts[script as Script] ?? 0) / 3 / total
    if (share > best.confidence) best = { tag, confidence: clip(share) }
  }
  return best
}

/** Letters that few languages share, each worth a frequent word. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['de', /[ßäöü]/gi],
  ['fr', /[çèêœàùî]/gi],
  ['es', /[ñ¿¡]/gi],
  ['pt', /[ãõç]/gi],
  ['vi', /[ăđơưạảấầẩậắặẹẻẽếềểễệỉịọỏốồổỗộớờởợụủứừửữựỳỵỷỹ]/gi],
  ['tr', /[ğışİ]/g],
]

function latinLanguage(words: readonly string[], text: string): Language {
  const scores = new Map<string, number>()
  for (const word of words) {
    for (const tag of STOP_WORDS.get(word) ?? []) scores.set(tag, (scores.get(tag) ?? 0) + 1)
  }
  for (const [tag, letters] of LETTERS) {
    const found = text.slice(0, LONGEST_READ).match(letters)?.length ?? 0
    if (found > 0) scores.set(tag, (scores.get(tag) ?? 0) + Math.min(found, words.length))
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (best === undefined) return { tag: 'en', confidence: 0.4 }
  // English is what is met most, so another language has to be clearly ahead of it.
  const english = scores.get('en') ?? 0
  if (best[0] !== 'en' && best[1] <= english) return { tag: 'en', confidence: 0.5 }
  if (best[0] !== 'en' && english === 0 && best[1] < 2) return { tag: 'en', confidence: 0.4 }
  return { tag: best[0], confidence: clip(0.5 + (best[1] - (second?.[1] ?? 0)) / (2 * best[1])) }
}
