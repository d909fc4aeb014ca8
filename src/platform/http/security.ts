/** Headers every answer carries, and the policy of what a page may load. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-frame-options': 'DENY',
}

const HSTS = 'max-age=31536000'
const STRICT = "default-src 'none'; frame-ancestors 'none'"
const PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"

/** Every header of a JSON answer, made once: answers of the API are many, and all alike. */
export const jsonHeaders = (overTls: boolean): Readonly<Record<string, string>> => ({
  ...ALWAYS,
  'content-security-policy': STRICT,
  'content-type': 'application/json',
  'cache-control': 'no-store',
  ...(overTls && { 'strict-transport-security': HSTS }),
})

/** Adds the security headers; pages get a policy of their own kind. */
export function secured(response: Response, overTls: boolean): Response {
  const headers = response.headers
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value)
  const html = (headers.get('content-type') ?? '').startsWith('text/html')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', html ? PAGE : STRICT)
  if (overTls) headers.set('strict-transport-security', HSTS)
  return response
}

/** The app sends this with every unsafe request; another site cannot without asking first. */
export const REQUEST_HEADER = 'x-hx-request'

/** True when a request that rides on a cookie did not come from our own pages. */
export function looksCrossSite(request: Request, publicUrl: string): boolean {
  if (request.headers.get(REQUEST_HEADER) !== '1') return true
  const origin = request.headers.get('origin')
  if (origin === null) return false
  const ours = [new URL(publicUrl).origin, new URL(request.url).origin]
  return !ours.includes(origin)
}
