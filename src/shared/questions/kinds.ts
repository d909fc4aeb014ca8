/** The table of all kinds of question. A new kind: its file, its line here, its shape in contracts/surveys.ts. */
import { ces } from './ces.ts'
import { csat } from './csat.ts'
import { longText } from './long-text.ts'
import { multi } from './multi.ts'
import { nps } from './nps.ts'
import type {
  ChoiceQuestion,
  Kind,
  Question,
  QuestionKind,
  Read,
  ScoreQuestion,
  Sent,
  TextQuestion,
} from './question.ts'
import { isChoice, isScore } from './question.ts'
import { shortText } from './short-text.ts'
import { single } from './single.ts'

export const QUESTION_KINDS = [
  'nps',
  'csat',
  'ces',
  'single',
  'multi',
  'short-text',
  'long-text',
] as const satisfies readonly QuestionKind[]

const SCORES: Record<ScoreQuestion['kind'], Kind<ScoreQuestion>> = { nps, csat, ces }
const CHOICES: Record<ChoiceQuestion['kind'], Kind<ChoiceQuestion>> = { single, multi }
const WRITTEN: Record<TextQuestion['kind'], Kind<TextQuestion>> = { 'short-text': shortText, 'long-text': longText }

/** A new question of a kind. */
export function freshQuestion(kind: QuestionKind, key: string): Question {
  return { ...SCORES, ...CHOICES, ...WRITTEN }[kind].fresh(key)
}

/** What was sent for a question as rows of answers, or why it does not fit. */
export function readAnswer(question: Question, sent: Sent): Read {
  if (isScore(question)) return SCORES[question.kind].read(question, sent)
  if (isChoice(question)) return CHOICES[question.kind].read(question, sent)
  return WRITTEN[question.kind].read(question, sent)
}

/** The scale of a question that is a score; null for the others. */
export const scaleOf = (question: Question): { kind: 'nps' | 'csat' | 'ces'; min: number; max: number } | null =>
  isScore(question) ? SCORES[question.kind].score : null
