/**
 * The one way to our server: same origin, session cookie, JSON. What goes wrong comes back as an ApiProblem.
 *
 * api.get<CaseList>('/api/v1/cases', { stage: 'working' })
 * api.send<CaseView>('PUT', `/api/v1/cases/${id}/resolution`, { outcome, note })
 */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Unsafe = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** `path` as forms write it: `items.0.name`. Without a code the problem's own words say it. */
export type FieldError = { path: string; message: string; code?: string; facts?: Facts }
export type Facts = Readonly<Record<string, string | number>>

type ProblemBody = { status: number; code: string; detail: string; errors?: FieldError[]; facts?: Facts }

/** The server's refusal, or `code: 'network'` with status 0 when nothing came back. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly facts: Facts
  /** Seconds after which asking again makes sense; null when the server did not say. */
  readonly retryAfter: number | null

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail || body.code)
    this.name = 'ApiProblem'
    this.status = body.status
    this.code = body.code
    this.detail = body.detail
    this.errors = body.errors ?? []
    this.facts = body.facts ?? {}
    this.retryAfter = retryAfter
  }
}

/** Anything thrown as an ApiProblem; a bug of ours keeps its message as the detail. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  return new ApiProblem({
    status: 0,
    code: 'unexpected',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  })
}

/** `/path?x=1`, leaving out what is null, undefined or empty. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size ? `${path}?${search}` : path
}

async function refusal(reply: Response): Promise<ApiProblem> {
  const body = await reply.json().catch(() => null)
  const after = Number(reply.headers.get('retry-after'))
  const told = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {}
  return new ApiProblem(
    {
      status: reply.status,
      code: told.code ?? `http.${reply.status}`,
      detail: told.detail ?? reply.statusText,
      errors: (told.errors ?? []).map((error) => ({ ...error, path: error.path.replace(/\[(\d+)\]/g, '.$1') })),
      facts: told.facts ?? {},
    },
    after > 0 ? after : null,
  )
}

type Listener = () => void
const signedOut = new Set<Listener>()

/** Called when a request finds the session gone. Returns how to stop listening. */
export function onSignedOut(listener: Listener): Listener {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let reply: Response
  try {
    reply = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw new ApiProblem({ status: 0, code: 'network', detail: thrown instanceof Error ? thrown.message : '' })
  }
  if (!reply.ok) {
    const problem = await refusal(reply)
    // A 401 from the session itself answers a sign-in or the first look; it is not the loss of a session.
    if (reply.status === 401 && path !== '/api/v1/session') for (const listener of signedOut) listener()
    throw problem
  }
  if (reply.status === 204 || reply.headers.get('content-length') === '0') return undefined as T
  const text = await reply.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

const language = () => document.documentElement.lang

function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json', 'accept-language': language() }
  return ask<T>(address(path, query), signal ? { headers, signal } : { headers })
}

/**
 * @param body     sent as JSON, or as it is when it is FormData or a Blob
 * @param options  `once`: an Idempotency-Key (newKey() of ids.ts), kept over retries of the same act
 */
function send<T>(method: Unsafe, path: string, body?: unknown, options: { once?: string } = {}): Promise<T> {
  // x-hx-request: no foreign page can add it without a preflight that we refuse. This is our CSRF rule.
  const headers = new Headers({ accept: 'application/json', 'accept-language': language(), 'x-hx-request': '1' })
  if (options.once) headers.set('idempotency-key', options.once)
  if (body === undefined) return ask<T>(path, { method, headers })
  if (body instanceof FormData || body instanceof Blob) return ask<T>(path, { method, headers, body })
  headers.set('content-type', 'application/json')
  return ask<T>(path, { method, headers, body: JSON.stringify(body) })
}

export const api = { get, send }
