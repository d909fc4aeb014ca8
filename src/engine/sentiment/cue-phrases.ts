import { type Phrases, phrasesOf } from '../language/phrases.ts'
import { DEGREES, NEGATORS, PASSED_OVER, RHETORICAL, SARCASM, WISHES } from './cues.ts'
import { EN_WORDS } from './words-en.ts'
import { SIGNS } from './words-signs.ts'
import { ZH_WORDS } from './words-zh.ts'

/** What a phrase does in a sentence; one phrase may do several things (呵呵 is bad and marks irony). */
export type Cue = {
  strength: number
  negates: boolean
  degree: number
  rhetorical: boolean
  ironic: boolean
  wishes: boolean
}

const IDLE: Cue = { strength: 0, negates: false, degree: 1, rhetorical: false, ironic: false, wishes: false }

const split = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')
/** In cue lists a hyphen joins the words of an English phrase. */
const unhyphen = (word: string): string => (/^[a-z]/.test(word) ? word.replaceAll('-', ' ') : word)

function collect(): Map<string, Cue> {
  const cues = new Map<string, Cue>()
  const note = (word: string, what: Partial<Cue>) => cues.set(word, { ...(cues.get(word) ?? IDLE), ...what })
  for (const word of split(PASSED_OVER)) note(unhyphen(word), {})
  for (const word of split(NEGATORS)) note(unhyphen(word), { negates: true })
  for (const [factor, words] of Object.entries(DEGREES)) {
    for (const word of split(words)) note(unhyphen(word), { degree: Number(factor) })
  }
  for (const [strength, words] of Object.entries(ZH_WORDS)) {
    for (const word of split(words)) note(word, { strength: Number(strength) })
  }
  for (const [strength, words] of Object.entries(EN_WORDS)) {
    for (const word of words.split('|')) note(word.trim(), { strength: Number(strength) })
  }
  for (const [strength, words] of Object.entries(SIGNS)) {
    for (const word of split(words)) note(word, { strength: Number(strength) })
  }
  for (const word of split(RHETORICAL)) note(unhyphen(word), { rhetorical: true })
  for (const word of split(SARCASM)) note(unhyphen(word), { ironic: true })
  for (const word of split(WISHES)) note(unhyphen(word), { wishes: true })
  return cues
}

/** Every cue and opinion word of the hand-checked lists, ready to be found. */
export const CUES: Phrases<Cue> = phrasesOf(collect())
