import { fits, type Read, type Sent, type TextQuestion, wrong } from './question.ts'

/** Reads words. Line ends become \n; characters that no keyboard makes are taken out. */
export function readWords(question: TextQuestion, { values }: Sent, longest: number): Read {
  const text = values
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
  if (text === '') return question.required ? wrong('required') : fits([])
  if (text.length > longest) return wrong('too-long')
  return fits([{ question: question.key, kind: question.kind, ordinal: 0, text, number: null, option: null }])
}

export const freshText = <K extends TextQuestion['kind']>(kind: K, key: string) => ({
  kind,
  key,
  label: {},
  help: {},
  required: false,
  example: {},
})
