import type { z } from 'zod'
import { Refusal } from '../errors.ts'

/** `['items', 3, 'text']` as people write it: `items[3].text`. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
}

/** Every misfit of a value, unknown fields each at their own path. */
export function misfitsOf(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'This field is not known here.' }))
      : [{ path: pathOf(issue.path), message: issue.message }],
  )
}

/**
 * Reads a value by its shape.
 *
 * @throws Refusal 'invalid' naming every place that does not fit
 */
export function fitting<S extends z.ZodType>(shape: S, value: unknown, where: string): z.output<S> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const errors = misfitsOf(read.error).slice(0, 50)
  const first = errors[0]
  throw new Refusal(
    'invalid',
    `${where}.invalid`,
    `The ${where} does not fit${first?.path ? ` at ${first.path}` : ''}: ${first?.message ?? 'unknown reason'}`,
    {},
    errors,
  )
}
