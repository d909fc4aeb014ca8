/** Makes one web server of all declared routes: who may call, shapes in and out, refusals, limits. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { roleMay } from '../../shared/contracts/permissions.ts'
import { type Database, unknownCursor } from '../db/db.ts'
import { Refusal, reasonOf } from '../errors.ts'
import type { Tools } from '../tools.ts'
import { jsonOf, readBytes } from './body.ts'
import { once } from './idempotency.store.ts'
import { countCall } from './limits.store.ts'
import { originReader } from './origin.ts'
import {
  bugResponse,
  crossSite,
  keyTooLong,
  noSuchPage,
  notAllowed,
  notSignedIn,
  problemOf,
  readOnlyKey,
  wrongMethod,
} from './refusals.ts'
import type { Origin, Page, Route, User, Who } from './route.ts'
import { jsonHeaders, looksCrossSite, secured } from './security.ts'
import { fitting } from './shapes.ts'

export type ServerParts = {
  routes: readonly Route[]
  pages: readonly Page[]
  database: Database
  tools: Tools
  trustProxy: readonly string[]
  /** Who calls, by bearer key or session cookie; null when nobody is named. */
  authenticate(origin: Origin, tools: Tools): Promise<User | null>
  /** A refusal, or a bug by its trace number, as a page for a person whose browser asked for one. */
  told(request: Request, origin: Origin, what: Refusal | { trace: string }): Promise<Response>
  /** Told of every answer, for the metrics. */
  observe(route: string, status: number, seconds: number): void
}

type Bindings = { incoming?: { socket?: { remoteAddress?: string } } }
const LONGEST_KEY = 200
const SAFE = new Set(['GET', 'HEAD'])
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The whole server as one function from request to answer. */
export function createServer(parts: ServerParts): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>()
  const readOrigin = originReader(parts.trustProxy)
  const overTls = parts.tools.publicUrl.startsWith('https:')
  const mount = (
    entry: Route | Page,
    answer: (request: Request, params: Record<string, string>, origin: Origin) => Promise<Response>,
  ) => {
    app.on(entry.method, entry.path, async (c) => {
      const started = performance.now()
      const origin = readOrigin(c.req.raw, c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1')
      const response = await guarded(
        () => answer(c.req.raw, c.req.param() as Record<string, string>, origin),
        entry.path,
        c.req.raw,
        origin,
        parts,
      )
      const ms = performance.now() - started
      parts.observe(`${entry.method} ${entry.path}`, response.status, ms / 1000)
      parts.tools.log.debug(
        { route: `${entry.method} ${entry.path}`, status: response.status, ms: Math.round(ms) },
        'answered',
      )
      return response
    })
  }
  const fixed = jsonHeaders(overTls)
  for (const route of parts.routes)
    mount(route, (request, params, origin) => answerRoute(route, request, params, origin, parts, fixed))
  for (const page of parts.pages)
    mount(page, async (request, params, origin) =>
      secured(await answerPage(page, request, params, origin, parts), overTls),
    )
  app.notFound((c) =>
    guarded(
      () => Promise.reject(otherMethods(app, c.req.path)),
      '*',
      c.req.raw,
      readOrigin(c.req.raw, c.env?.incoming?.socket?.remoteAddress ?? '127.0.0.1'),
      parts,
    ),
  )
  return app
}

/** An address that is known by other methods says so. */
function otherMethods(app: Hono<{ Bindings: Bindings }>, path: string): Refusal {
  const known = METHODS.filter((method) => app.router.match(method, path)[0].length > 0)
  return known.length === 0 ? noSuchPage() : wrongMethod(known.join(', '))
}

/** A browser that opens an address, and not one of the API's. */
const wantsPage = (request: Request): boolean =>
  (request.headers.get('accept') ?? '').includes('text/html') && !new URL(request.url).pathname.startsWith('/api/')

/** Every thrown thing becomes an answer: a refusal says what to do, a bug says its trace number. */
async function guarded(
  answer: () => Promise<Response>,
  path: string,
  request: Request,
  origin: Origin,
  { tools, told }: ServerParts,
): Promise<Response> {
  const overTls = tools.publicUrl.startsWith('https:')
  try {
    return await answer()
  } catch (error) {
    const isPage = wantsPage(request)
    if (error instanceof Refusal)
      return secured(isPage ? await told(request, origin, error) : problemOf(error), overTls)
    const trace = randomBytes(6).toString('hex')
    tools.log.error(
      { trace, path, reason: reasonOf(error), stack: error instanceof Error ? error.stack : undefined },
      'a request ended in a bug',
    )
    return secured(isPage ? await told(request, origin, { trace }) : bugResponse(trace), overTls)
  }
}

async function admitted(who: Who, request: Request, origin: Origin, parts: ServerParts): Promise<User | null> {
  const user = await parts.authenticate(origin, parts.tools)
  if (user?.kind === 'person' && !SAFE.has(request.method) && looksCrossSite(request, parts.tools.publicUrl))
    throw crossSite()
  if (user?.readOnly && !SAFE.has(request.method)) throw readOnlyKey()
  if (who.kind === 'anyone') return user
  if (user === null) throw notSignedIn()
  if (who.kind === 'can' && !roleMay(user.role, who.permission)) throw notAllowed(who.permission)
  return user
}

async function limited(entry: Route | Page, origin: Origin, parts: ServerParts): Promise<void> {
  if (entry.perAddress !== null)
    await countCall(parts.database.lookups, `${entry.method} ${entry.path} ${origin.address}`, entry.perAddress)
}

async function answerPage(
  page: Page,
  request: Request,
  params: Record<string, string>,
  origin: Origin,
  parts: ServerParts,
): Promise<Response> {
  const user = page.who.kind === 'anyone' ? null : await admitted(page.who, request, origin, parts)
  await limited(page, origin, parts)
  const query = new URL(request.url).searchParams
  const { tools, database } = parts
  return await page.run({
    request,
    params,
    query,
    body: () => readBytes(request, page.bodyLimit),
    now: tools.now(),
    tools,
    database,
    origin,
    user,
  })
}

async function answerRoute(
  route: Route,
  request: Request,
  rawParams: Record<string, string>,
  origin: Origin,
  parts: ServerParts,
  fixed: Readonly<Record<string, string>>,
): Promise<Response> {
  const user = await admitted(route.who, request, origin, parts)
  await limited(route, origin, parts)
  const bytes = SAFE.has(route.method) ? new Uint8Array() : await readBytes(request, route.bodyLimit)
  const params = route.params === undefined ? undefined : fittingAddress(route, rawParams)
  const query = route.query === undefined ? undefined : fitting(route.query, queryOf(request), 'query')
  const body = route.body === undefined || route.bytes ? undefined : fitting(route.body, jsonOf(bytes), 'body')

  const own: [string, string][] = []
  let status: number = route.status
  const db = user === null ? undefined : parts.database.in(user.workspaceId)
  const call = {
    params,
    query,
    body,
    bytes,
    user,
    db,
    origin,
    now: parts.tools.now(),
    tools: parts.tools,
    database: parts.database,
    reply: (name: string, value: string) => void own.push([name, value]),
    status: (code: number) => {
      status = code
    },
  }
  const run = async (used: typeof db) => {
    const result = await route.run({ ...call, db: used } as never)
    return { status, reply: route.reply === undefined ? undefined : z.encode(route.reply, result as never) }
  }
  const key = request.headers.get('idempotency-key')
  if (key !== null && (key === '' || key.length > LONGEST_KEY)) throw keyTooLong()
  const keyed = key !== null && route.method === 'POST' && !route.ownIdempotency && user !== null && db !== undefined
  const answered = keyed
    ? await once(db, { personId: user.id, key, route: `${route.method} ${new URL(request.url).pathname}`, bytes }, run)
    : await readingOn(request, () => run(db))
  if (route.reply === undefined) {
    const { 'content-type': _, ...bare } = fixed
    return new Response(null, { status: answered.status, headers: withOwn(bare, own) })
  }
  return new Response(JSON.stringify(answered.reply), { status: answered.status, headers: withOwn(fixed, own) })
}

/** A plain object is written out as it is, so each answer gets its own: the length is put into it. */
function withOwn(
  fixed: Readonly<Record<string, string>>,
  own: readonly [string, string][],
): Record<string, string> | Headers {
  if (own.length === 0) return { ...fixed }
  const headers = new Headers(fixed)
  for (const [name, value] of own) headers.append(name, value)
  return headers
}

/** A cursor is signed by nobody: one of another list can hold what this list's columns cannot. */
async function readingOn<Result>(request: Request, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    const isMisread =
      error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('22'))
    if (isMisread && SAFE.has(request.method) && new URL(request.url).searchParams.has('cursor')) throw unknownCursor()
    throw error
  }
}

/** An id that cannot be read is an id that does not exist. */
function fittingAddress(route: Route, params: Record<string, string>): unknown {
  const read = route.params?.safeParse(params)
  if (read?.success) return read.data
  throw noSuchPage()
}

/** A name that comes twice becomes a list. */
function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  const { searchParams } = new URL(request.url)
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name)
    query[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return query
}
