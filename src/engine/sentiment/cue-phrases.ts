import { type Phrases, phrasesOf } from '../language/phrases.ts'
import { DEGREES, NEGATORS, PASSED_OVER, RHETORICAL, SARCASM, WISHES } from './cues.ts'
import { EN_WORDS } from './words-en.ts'
import { MOODS, SIGNS, STICKERS } from './words-signs.ts'
import { ZH_WORDS } from './words-zh.ts'

/** What a phrase does in a sentence; one phrase may do several things (呵呵 is bad and marks irony). */
export type Cue = {
  strength: number
  negates: boolean
  degree: number
  rhetorical: boolean
  ironic: boolean
  wishes: boolean
  /** An emoji or a sticker: what a writer adds to show how it is meant. */
  isSign: boolean
  /** Of a mood, −1 or 1. */
  mood: number
}

const IDLE: Cue = {
  strength: 0,
  negates: false,
  degree: 1,
  rhetorical: false,
  ironic: false,
  wishes: false,
  isSign: false,
  mood: 0,
}

const split = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')
/** In cue lists a hyphen joins the words of an English phrase. */
const unhyphen = (word: string): string => (/^[a-z]/.test(word) ? word.replaceAll('-', ' ') : word)

type Note = (word: string, what: Partial<Cue>) => void

const stickers = (names: string): string[] => split(names).flatMap((name) => [`[${name}]`, `[${name}r]`])
const phrases = (words: string): string[] => words.split('|').map((word) => word.trim())

/** Words by strength, listed as `parts` them. */
function noteStrengths(
  note: Note,
  lists: Readonly<Record<string, string>>,
  parts: (words: string) => string[],
  isSign = false,
): void {
  for (const [strength, words] of Object.entries(lists)) {
    for (const word of parts(words)) note(word, { strength: Number(strength), isSign })
  }
}

function collect(): Map<string, Cue> {
  const cues = new Map<string, Cue>()
  const note: Note = (word, what) => cues.set(word, { ...(cues.get(word) ?? IDLE), ...what })
  const each = (words: string, what: Partial<Cue>) => {
    for (const word of split(words)) note(unhyphen(word), what)
  }
  each(PASSED_OVER, {})
  each(NEGATORS, { negates: true })
  for (const [factor, words] of Object.entries(DEGREES)) each(words, { degree: Number(factor) })
  noteStrengths(note, ZH_WORDS, split)
  noteStrengths(note, EN_WORDS, phrases)
  noteStrengths(note, SIGNS, split, true)
  noteStrengths(note, STICKERS, stickers, true)
  for (const [mood, words] of Object.entries(MOODS)) each(words, { mood: Number(mood) })
  each(RHETORICAL, { rhetorical: true })
  each(SARCASM, { ironic: true })
  each(WISHES, { wishes: true })
  return cues
}

/** Every cue and opinion word of the hand-checked lists, ready to be found. */
export const CUES: Phrases<Cue> = phrasesOf(collect())
