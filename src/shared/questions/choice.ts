import { type AnswerRow, type ChoiceQuestion, fits, OTHER, type Read, type Sent, wrong } from './question.ts'

export const OTHER_LONGEST = 200

const isOffered = (question: ChoiceQuestion, option: string): boolean =>
  question.options.some(({ key }) => key === option) || (question.other && option === OTHER)

/**
 * Reads what was chosen. Rows stand in the order of the options, so that the same choice is the same answer. Words
 * written beside "other" count as choosing it: on paper nobody ticks the box first.
 */
export function readChoices(question: ChoiceQuestion, sent: Sent, most: 1 | null): Read {
  const words = question.other ? sent.other.trim() : ''
  const given = new Set(sent.values.map((value) => value.trim()).filter((value) => value !== ''))
  if (words !== '' && (most === null || given.size === 0)) given.add(OTHER)

  if (given.size === 0) return question.required ? wrong('required') : fits([])
  if (most !== null && given.size > most) return wrong('only-one')
  for (const option of given) if (!isOffered(question, option)) return wrong('not-an-option')
  if (given.has(OTHER) && words === '') return wrong('other-empty')
  if (words.length > OTHER_LONGEST) return wrong('too-long')

  const chosen = [...question.options.map(({ key }) => key), OTHER].filter((option) => given.has(option))
  return fits(
    chosen.map((option, ordinal): AnswerRow => {
      const text = option === OTHER ? words : null
      return { question: question.key, kind: question.kind, ordinal, text, number: null, option }
    }),
  )
}

export const freshChoice = <K extends ChoiceQuestion['kind']>(kind: K, key: string) => ({
  kind,
  key,
  label: {},
  help: {},
  required: true,
  options: [
    { key: 'a', label: {} },
    { key: 'b', label: {} },
  ],
  other: false,
})
