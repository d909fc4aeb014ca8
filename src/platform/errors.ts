import type { Facts, MisfitCode } from '../shared/contracts/misfit.ts'
import type { MemberOf } from '../shared/words/say.ts'

/** What a caller may be refused, in the domain's words. HTTP numbers live in platform/http only. */
export type RefusalKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'wrong-method'
  | 'conflict'
  | 'too-large'
  | 'invalid'
  | 'too-many'
  | 'unavailable'

/**
 * One place in the request that does not fit; `path` as in `items[3].text`. `code` and `facts` say it in the reader's
 * language; without a code the refusal's own words say it.
 */
export type Misfit = { path: string; message: string; code?: MisfitCode; facts?: Facts }

/** The code of a refusal: `problem.<code>` in the catalogue. */
export type RefusalCode = MemberOf<'problem'>

/**
 * A refusal the caller can act on. Everything else that is thrown is a bug and ends the request as 500.
 * `code` is stable and part of the API, and has words in every language or does not compile; `message` is English and
 * may change; `facts` fill the words.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: RefusalCode
  readonly facts: Facts
  readonly errors: readonly Misfit[]

  constructor(
    kind: RefusalKind,
    code: RefusalCode,
    message: string,
    facts: Facts = {},
    errors: readonly Misfit[] = [],
  ) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.facts = facts
    this.errors = errors
  }
}

/** A start that cannot go on: the message is the one line shown to the operator. */
export class StartRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartRefusal'
  }
}

/** What went wrong, in one line, whatever was thrown; the queue tells of errors as plain objects. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name
  const told = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return String(told)
}

/** The database cannot be reached just now: the request was not carried out and may be sent again. */
export const databaseAway = () =>
  new Refusal(
    'unavailable',
    'database.away',
    'The database cannot be reached just now. Nothing was changed; try again shortly.',
    {
      retryAfter: 2,
    },
  )

/** The database is there and takes nothing in. */
export const databaseFull = () =>
  new Refusal(
    'unavailable',
    'database.full',
    'The database takes nothing in just now: its disk is full, or it is set to be read only. Nothing was changed; try again later.',
    { retryAfter: 30 },
  )
