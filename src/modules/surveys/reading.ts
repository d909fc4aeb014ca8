import type { Definition } from '../../shared/questions/definition.ts'
import { readAnswer } from '../../shared/questions/kinds.ts'
import {
  type AnswerRow,
  isChoice,
  isScore,
  isText,
  OTHER,
  type Question,
  type Sent,
  textIn,
  type Wrong,
} from '../../shared/questions/question.ts'
import { foldedEmail, foldedPhone } from '../../shared/text/identity.ts'
import type { Locale } from '../../shared/words/locale.ts'

export type Contact = { email: string } | { phone: string }

/** What came in, whichever way: by question key. */
export type Filled = { answers: ReadonlyMap<string, Sent>; contact: string }

export type Misread = { question: string; why: Wrong | 'unknown' }

/** Rows to keep, or everything that does not fit. `empty` when no question was answered at all. */
export type Reading =
  | { ok: true; rows: AnswerRow[]; contact: Contact | null }
  | { ok: false; wrong: Misread[]; wrongContact: boolean; empty: boolean }

const NOTHING: Sent = { values: [], other: '' }

/** Reads all that was sent for a survey; answers to questions it does not ask are refused, not dropped. */
export function readFilled({ questions, settings }: Definition, filled: Filled): Reading {
  const rows: AnswerRow[] = []
  const wrong: Misread[] = []
  const known = new Set(questions.map(({ key }) => key))
  for (const key of filled.answers.keys()) if (!known.has(key)) wrong.push({ question: key, why: 'unknown' })
  for (const question of questions) {
    const read = readAnswer(question, filled.answers.get(question.key) ?? NOTHING)
    if (read.rows === null) wrong.push({ question: question.key, why: read.wrong })
    else rows.push(...read.rows)
  }
  const contact = settings.contact === 'none' ? null : contactIn(filled.contact)
  const empty = rows.length === 0 && wrong.length === 0
  if (wrong.length > 0 || contact === 'unreadable' || empty) {
    return { ok: false, wrong, wrongContact: contact === 'unreadable', empty }
  }
  return { ok: true, rows, contact }
}

/** One line takes either: an e-mail address or a phone number. */
export function contactIn(text: string): Contact | null | 'unreadable' {
  const given = text.trim()
  if (given === '') return null
  if (given.includes('@')) return foldedEmail(given) === null ? 'unreadable' : { email: given }
  return foldedPhone(given) === null ? 'unreadable' : { phone: given }
}

export type Voice = { text: string; scores: { kind: 'nps' | 'csat' | 'ces'; value: number }[] }

const LONGEST = 20_000

/**
 * The feedback that a response is: the first score of each kind, and the words. One answer in words stands alone;
 * several stand under what was asked. Who only ticked boxes is heard by what they ticked.
 */
export function voiceOf({ questions }: Definition, rows: readonly AnswerRow[], locale: Locale): Voice {
  const scores: Voice['scores'] = []
  const said: { label: string; words: string }[] = []
  const ticked: { label: string; words: string }[] = []
  for (const question of questions) {
    const own = rows.filter((row) => row.question === question.key)
    const label = textIn(question.label, locale)
    const score = scoreIn(question, own)
    if (score !== null && !scores.some(({ kind }) => kind === score.kind)) scores.push(score)
    said.push(...saidIn(question, own).map((words) => ({ label, words })))
    if (isChoice(question) && own.length > 0) {
      ticked.push({
        label,
        words: own.map((row) => optionWords(question, row, locale)).join(locale === 'en' ? ', ' : '、'),
      })
    }
  }
  const parts = said.length > 0 || scores.length > 0 ? said : ticked
  const text =
    said.length === 1 && said[0] ? said[0].words : parts.map(({ label, words }) => `${label}\n${words}`).join('\n\n')
  return { text: text.slice(0, LONGEST), scores }
}

function scoreIn(question: Question, rows: readonly AnswerRow[]): Voice['scores'][number] | null {
  if (!isScore(question)) return null
  const given = rows.find(({ number }) => number !== null)?.number
  return given == null ? null : { kind: question.kind, value: given }
}

/** Words of an answer: of a question in words one piece, else what stands beside "other". */
function saidIn(question: Question, rows: readonly AnswerRow[]): string[] {
  if (isText(question)) return rows.length > 0 ? [wordsIn(rows)] : []
  return rows.flatMap(({ text }) => text ?? [])
}

/** What was answered in words, with what was said when more was asked: one who speaks on. */
export const wordsIn = (rows: readonly { text: string | null }[]): string =>
  rows.flatMap(({ text }) => text ?? []).join('\n')

/** What a chosen option says in a language; "other" is what was written. */
export function optionWords(
  question: Question,
  row: { option: string | null; text: string | null },
  locale: Locale,
): string {
  if (row.option === OTHER) return row.text ?? ''
  const option = 'options' in question ? question.options.find(({ key }) => key === row.option) : undefined
  return option === undefined ? (row.option ?? '') : textIn(option.label, locale)
}
