import type { z } from 'zod'
import { type MisfitCode, misfit } from '../../shared/contracts/misfit.ts'
import { type Misfit, Refusal } from '../errors.ts'

/** `['items', 3, 'text']` as people write it: `items[3].text`. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
}

/** Every misfit of a value, unknown fields each at their own path. */
export function misfitsOf(error: z.ZodError, value: unknown): Misfit[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) =>
          misfitAt([...issue.path, key], 'This field is not known here.', misfit('unknown-field')),
        )
      : [misfitAt(issue.path, issue.message, wrongIn(issue, value))],
  )
}

const misfitAt = (path: readonly PropertyKey[], message: string, { misfit: code, facts }: Wrong): Misfit => ({
  path: pathOf(path),
  message,
  code,
  ...(Object.keys(facts).length > 0 && { facts }),
})

type Wrong = ReturnType<typeof misfit>

/** What a shape's own rules find, in our codes; rules that we wrote name theirs. */
function wrongIn(issue: z.core.$ZodIssue, value: unknown): Wrong {
  if (issue.code === 'custom') return (issue.params as Wrong | undefined) ?? misfit('wrong-form')
  if (issue.code === 'invalid_format') return misfit(FORMAT[issue.format] ?? 'wrong-form')
  if (issue.code === 'too_big') return misfit(BIG[issue.origin] ?? 'too-large', { most: Number(issue.maximum) })
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum)
    if (issue.origin === 'string' && least === 1) return misfit('needed')
    return misfit(SMALL[issue.origin] ?? 'too-small', { least })
  }
  if (valueAt(value, issue.path) === undefined) return misfit('needed')
  if (issue.code === 'invalid_value') return misfit('not-one-of')
  return misfit(issue.code === 'invalid_type' ? (KIND[issue.expected] ?? 'wrong-kind') : 'wrong-form')
}

const FORMAT: Partial<Record<string, MisfitCode>> = { email: 'not-email', url: 'not-link', datetime: 'not-moment' }
const BIG: Partial<Record<string, MisfitCode>> = { string: 'too-long', array: 'too-many' }
const SMALL: Partial<Record<string, MisfitCode>> = { string: 'too-short', array: 'too-few' }
const KIND: Partial<Record<string, MisfitCode>> = { number: 'not-a-number', int: 'not-whole' }

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

/** What is read: the code of its refusal says so. */
type Where = 'body' | 'query' | 'params' | 'mapping'

/**
 * Reads a value by its shape.
 *
 * @throws Refusal 'invalid' naming every place that does not fit
 */
export function fitting<S extends z.ZodType>(shape: S, value: unknown, where: Where): z.output<S> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const errors = misfitsOf(read.error, value).slice(0, 50)
  const first = errors[0]
  throw new Refusal(
    'invalid',
    `${where}.invalid`,
    `The ${where} does not fit${first?.path ? ` at ${first.path}` : ''}: ${first?.message ?? 'unknown reason'}`,
    {},
    errors,
  )
}
