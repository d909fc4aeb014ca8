import type { z } from 'zod'

/** News of one kind. A payload carries the id, the moment and the facts true then. */
export type EventKind<Payload = unknown> = { readonly name: `${string}.${string}`; readonly schema: z.ZodType<Payload> }

/** Declares news: `<thing>.<past verb>` and the shape of what it carries (plain JSON: moments as numbers). */
export function defineEvent<Payload>(name: `${string}.${string}`, schema: z.ZodType<Payload>): EventKind<Payload> {
  return { name, schema }
}
