import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Refusal, type RefusalKind } from '../errors.ts'

/** A new kind of refusal does not compile until it has a number here. */
export const statusOf = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-method': 405,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, ContentfulStatusCode>

const TITLE: Record<RefusalKind, string> = {
  malformed: 'Not readable',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'wrong-method': 'Not in this way',
  conflict: 'Conflict',
  'too-large': 'Too large',
  invalid: 'Does not fit',
  'too-many': 'Too many requests',
  unavailable: 'Not available just now',
}

/** A refusal as problem+json. @source RFC 9457 */
export function problemOf(refusal: Refusal): Response {
  const status = statusOf[refusal.kind]
  const { retryAfter, allow, ...facts } = refusal.facts
  const body = {
    type: 'about:blank',
    title: TITLE[refusal.kind],
    status,
    code: refusal.code,
    detail: refusal.message,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(refusal.errors.length > 0 && { errors: refusal.errors }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(allow !== undefined && { allow: String(allow) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
  })
}

/** What is answered to a bug: nothing of it, but the number under which the log has it. */
export function bugResponse(trace: string): Response {
  const detail =
    'Something went wrong here. Nothing is known to be changed; if it happens again, tell us the trace number.'
  const body = { type: 'about:blank', title: 'Internal error', status: 500, code: 'internal', detail, facts: { trace } }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

export const notSignedIn = () =>
  new Refusal('unauthenticated', 'session.needed', 'Sign in, or send an API key as a bearer token.')
export const notAllowed = (permission: string) =>
  new Refusal('forbidden', 'permission.missing', `This needs the permission ${permission}.`, { permission })
export const noSuchPage = () => new Refusal('not-found', 'route.unknown', 'There is nothing at this address.')
export const wrongMethod = (allow: string) =>
  new Refusal('wrong-method', 'route.wrong-method', 'This address does not take requests of this method.', { allow })
export const readOnlyKey = () => new Refusal('forbidden', 'key.read-only', 'This API key may only read.')
export const crossSite = () =>
  new Refusal('forbidden', 'session.cross-site', 'This request did not come from the app itself.')
export const tooLarge = (limit: number) =>
  new Refusal('too-large', 'body.too-large', `The body may have at most ${limit} bytes.`, { limit })
export const notJson = () => new Refusal('malformed', 'body.malformed', 'The body is not JSON in UTF-8.')
export const keyTooLong = () =>
  new Refusal('invalid', 'idempotency.too-long', 'An Idempotency-Key has 1 to 200 characters.', {}, [
    { path: 'Idempotency-Key', message: 'want 1 to 200 characters' },
  ])
export const tooMany = (seconds: number) =>
  new Refusal('too-many', 'rate.exceeded', 'Too many requests in a short time. Try again a little later.', {
    retryAfter: seconds,
  })
