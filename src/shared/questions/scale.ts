import { type AnswerRow, fits, type Read, type ScoreQuestion, type Sent, wrong } from './question.ts'

/** Every point of a scale, lowest first. */
export const pointsOf = (min: number, max: number): number[] =>
  Array.from({ length: max - min + 1 }, (_, step) => min + step)

/** Reads one point of a scale. Anything but a whole number within it is refused, never rounded. */
export function readPoint(question: ScoreQuestion, { values }: Sent, min: number, max: number): Read {
  const given = values.map((value) => value.trim()).filter((value) => value !== '')
  if (given.length === 0) return question.required ? wrong('required') : fits([])
  if (given.length > 1) return wrong('only-one')
  const point = /^\d{1,2}$/.test(given[0] ?? '') ? Number(given[0]) : Number.NaN
  if (!(point >= min && point <= max)) return wrong('not-a-point')
  const row: AnswerRow = {
    question: question.key,
    kind: question.kind,
    ordinal: 0,
    text: null,
    number: point,
    option: null,
  }
  return fits([row])
}

/** What the three scales share when they are new. */
export const freshScore = <K extends ScoreQuestion['kind']>(kind: K, key: string) => ({
  kind,
  key,
  label: {},
  help: {},
  required: true,
  low: {},
  high: {},
})
