/** Text and free-form data from outside, as every contract takes them: storable as they come. */
import { z } from 'zod'
import { type MisfitCode, misfit } from './misfit.ts'

/** Characters as people count them (code points), not UTF-16 units: an emoji is one. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

const NUL = { error: 'This text holds a NUL character (U+0000).', params: misfit('holds-nul') }

/**
 * Text of at most `max` code points. NUL is refused, since no database text can hold it; half a surrogate
 * pair becomes U+FFFD, as it has no meaning to lose.
 */
export const plainText = (max: number) =>
  z
    .string()
    .refine((text) => !text.includes('\0'), NUL)
    .refine((text) => text.length <= max || lengthOf(text) <= max, {
      error: `This text has more than ${max} characters.`,
      params: misfit('too-long', { most: max }),
    })
    .overwrite((text) => (text.isWellFormed() ? text : text.toWellFormed()))
    .meta({ description: `At most ${max} characters (code points)` })

/** Text of a form, with what is said when it has another; the API's description shows the pattern. */
export const matching = (text: z.ZodString, pattern: RegExp, error: string, code: MisfitCode) =>
  text.refine((value) => pattern.test(value), { error, params: misfit(code) }).meta({ pattern: pattern.source })

export const DEEPEST = 16
export const FACTS_BYTES = 16 * 1024

/** An object of the caller's own making, kept as it is: at most 16 KB as JSON, 16 levels, and no NUL. */
export const freeFacts = z
  .record(z.string(), z.unknown())
  .superRefine((facts, context) => {
    const fault = faultIn(facts, [], DEEPEST)
    if (fault !== null) context.addIssue({ code: 'custom', ...fault, input: facts })
    else if (utf8Bytes(JSON.stringify(facts)) > FACTS_BYTES) {
      context.addIssue({
        code: 'custom',
        message: `These facts have more than ${FACTS_BYTES} bytes as JSON.`,
        params: misfit('facts-too-large', { most: FACTS_BYTES / 1024 }),
        input: facts,
      })
    }
  })
  .overwrite(
    (facts) => (ESCAPED_HALF.test(JSON.stringify(facts)) ? wellFormed(facts) : facts) as Record<string, unknown>,
  )
  .meta({ description: 'Free-form JSON object, at most 16 KB and 16 levels' })

/** `JSON.stringify` writes a lone surrogate as an escape, and only that. */
const ESCAPED_HALF = /\\ud[89a-f]/

type Fault = { path: PropertyKey[]; message: string; params: ReturnType<typeof misfit> }

function faultIn(value: unknown, path: PropertyKey[], levels: number): Fault | null {
  if (typeof value === 'string') return value.includes('\0') ? { path, message: NUL.error, params: NUL.params } : null
  if (typeof value !== 'object' || value === null) return null
  if (levels === 0)
    return {
      path,
      message: `These facts are nested more than ${DEEPEST} levels deep.`,
      params: misfit('facts-too-deep', { most: DEEPEST }),
    }
  const isList = Array.isArray(value)
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('\0')) return { path, message: 'A field name holds a NUL character (U+0000).', params: NUL.params }
    const fault = faultIn(inner, [...path, isList ? Number(key) : key], levels - 1)
    if (fault !== null) return fault
  }
  return null
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]))
}

function utf8Bytes(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit >= 0xd800 && unit < 0xdc00) {
      bytes += 4
      i++
    } else bytes += 3
  }
  return bytes
}

/** An address of the web or of an app; never one that a browser would run. */
export const link = plainText(2_000)
  .refine((url) => /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^\s*(javascript|data|vbscript):/i.test(url), {
    error: 'This is not an address like https://…',
    params: misfit('not-link'),
  })
  .meta({ description: 'Address with a scheme, such as https://…' })
