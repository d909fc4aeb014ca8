/** The table of all kinds of question. A new kind: its file, its line here, its shape in contracts/surveys.ts. */
import { CES_HIGH, CES_LOW, ces } from './ces.ts'
import { CSAT_POINTS, csat } from './csat.ts'
import { longText } from './long-text.ts'
import { multi } from './multi.ts'
import { NPS_HIGH, NPS_LOW, nps } from './nps.ts'
import type {
  ChoiceQuestion,
  Kind,
  Question,
  QuestionKind,
  Read,
  ScoreQuestion,
  Sent,
  TextQuestion,
  Texts,
} from './question.ts'
import { isBlank, isChoice, isScore } from './question.ts'
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

const ENDS: Record<ScoreQuestion['kind'], { low: Texts; high: Texts }> = {
  nps: { low: NPS_LOW, high: NPS_HIGH },
  csat: { low: CSAT_POINTS[0] ?? {}, high: CSAT_POINTS.at(-1) ?? {} },
  ces: { low: CES_LOW, high: CES_HIGH },
}

/** What the ends of a scale are called: as the survey says, else as the kind does. */
export const endsOf = ({ kind, low, high }: ScoreQuestion): { low: Texts; high: Texts } => ({
  low: isBlank(low) ? ENDS[kind].low : low,
  high: isBlank(high) ? ENDS[kind].high : high,
})

/** The scale of a question that is a score; null for the others. */
export const scaleOf = (question: Question): { kind: 'nps' | 'csat' | 'ces'; min: number; max: number } | null =>
  isScore(question) ? SCORES[question.kind].score : null
