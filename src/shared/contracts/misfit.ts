/** What is wrong with a value, said by code, so that every reader is told in their own language. */
import { z } from 'zod'
import type { MemberOf } from '../words/say.ts'

/** `misfit.<code>` in the catalogue: a code without words does not compile. */
export type MisfitCode = MemberOf<'misfit'>

/** What fills the words. */
export type Facts = Readonly<Record<string, string | number>>
export const Facts = z.record(z.string(), z.union([z.string(), z.number()]))

/** As a rule of a shape names it: `.refine(isZone, { error: 'want a time zone', params: misfit('not-a-zone') })`. */
export const misfit = (code: MisfitCode, facts: Facts = {}): { misfit: MisfitCode; facts: Facts } => ({
  misfit: code,
  facts,
})
