import {
  type AnswerRow,
  FOLLOW_UP,
  FOLLOW_UP_LONGEST,
  fits,
  type Read,
  type Sent,
  type TextQuestion,
  wrong,
} from './question.ts'

/** Reads words, and what was said when they were vague and more was asked. */
export function readWords(question: TextQuestion, { values, followUp }: Sent, longest: number): Read {
  const text = typed(values.join('\n'))
  if (text === '') return question.required ? wrong('required') : fits([])
  if (text.length > longest) return wrong('too-long')
  const row: AnswerRow = {
    question: question.key,
    kind: question.kind,
    ordinal: 0,
    text,
    number: null,
    option: null,
  }
  const more = question.followUp === true && followUp !== undefined ? typed(followUp.text) : ''
  if (more === '' || followUp === undefined) return fits([row])
  if (more.length > FOLLOW_UP_LONGEST) return wrong('too-long')
  return fits([row, { ...row, ordinal: FOLLOW_UP, text: more, option: followUp.asked }])
}

/** As typed: line ends become \n; characters that no keyboard makes are taken out. */
const typed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()

export const freshText = <K extends TextQuestion['kind']>(kind: K, key: string) => ({
  kind,
  key,
  label: {},
  help: {},
  required: false,
  example: {},
})
