/**
 * How an address is declared: method, path, who, shapes, one call. `who` is required, so a route
 * without a permission does not compile.
 */
import type { z } from 'zod'
import type { Permission, Role } from '../../shared/contracts/permissions.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Database, Db } from '../db/db.ts'
import type { Tools } from '../tools.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call: anyone at all, anyone signed in, or those with a permission. */
export type Who = Anyone | SignedIn | Permitted
type Anyone = { kind: 'anyone' }
type SignedIn = { kind: 'signed-in' }
type Permitted = { kind: 'can'; permission: Permission }
export const anyone: Anyone = { kind: 'anyone' }
export const signedIn: SignedIn = { kind: 'signed-in' }
export const can = (permission: Permission): Permitted => ({ kind: 'can', permission })

/** Who calls: a person at a session or an API key, always in one workspace. */
export type User = {
  /** The person, or the key's own row among the people. */
  id: string
  kind: 'person' | 'key'
  name: string
  role: Role
  workspaceId: string
  locale: Locale
  /** The hash under which the session is kept; null for keys. */
  session: string | null
  /** A key of scope `read`: nothing but GET. */
  readOnly?: true
}

/** Where a request comes from. */
export type Origin = {
  address: string
  userAgent: string
  locale: Locale
  cookie(name: string): string | undefined
  header(name: string): string | undefined
}

type Shape = z.ZodType | undefined
type OutputOf<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined

export type Call<P extends Shape, Q extends Shape, B extends Shape> = {
  params: OutputOf<P>
  query: OutputOf<Q>
  body: OutputOf<B>
  now: Instant
  tools: Tools
  database: Database
  origin: Origin
  /** The body as it came, for uploads (`bytes: true`) and signatures. */
  bytes: Uint8Array
  /** Sets a header of the answer, for example a cookie. */
  reply(header: string, value: string): void
  /** Answers with another status than the declared one. */
  status(code: 200 | 201 | 202 | 204): void
}

export type Inside = { user: User; db: Db }
export type Outside = { user: User | null }

type Declared<W extends Who, P extends Shape, Q extends Shape, B extends Shape, R extends Shape> = {
  method: Method
  path: `/${string}`
  who: W
  /** One line for the API's description. */
  summary: string
  params?: P
  query?: Q
  body?: B
  reply?: R
  /** The status of success; 200, or 204 when there is no reply. */
  status?: 200 | 201 | 202 | 204
  /** The most bytes a body may have; 256 KiB unless said. */
  bodyLimit?: number
  /** The body is taken as bytes, whatever it is. */
  bytes?: true
  /** Not part of the described API (the app's own needs). */
  internal?: true
  /** How often one address may call in a minute; stored, so that several nodes share the count. */
  perAddress?: number
  /** The route keeps its own idempotency keys; else platform/http answers a repeated key of a POST. */
  ownIdempotency?: true
  run(call: Call<P, Q, B> & (W extends Anyone ? Outside : Inside)): Promise<R extends z.ZodType ? z.output<R> : void>
}

/** A route whatever its shapes, as the server keeps it. */
export type Route = {
  method: Method
  path: `/${string}`
  who: Who
  summary: string
  params: Shape
  query: Shape
  body: Shape
  reply: Shape
  status: 200 | 201 | 202 | 204
  bodyLimit: number
  bytes: boolean
  internal: boolean
  perAddress: number | null
  ownIdempotency: boolean
  run(call: never): Promise<unknown>
}

const BODY_LIMIT = 256 * 1024

/** Declares a route of the JSON API. */
export function route<
  W extends Who,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  R extends Shape = undefined,
>(declared: Declared<W, P, Q, B, R>): Route {
  return {
    ...declared,
    params: declared.params,
    query: declared.query,
    body: declared.body,
    reply: declared.reply,
    status: declared.status ?? (declared.reply === undefined ? 204 : 200),
    bodyLimit: declared.bodyLimit ?? BODY_LIMIT,
    bytes: declared.bytes ?? false,
    internal: declared.internal ?? false,
    perAddress: declared.perAddress ?? null,
    ownIdempotency: declared.ownIdempotency ?? false,
    run: declared.run as Route['run'],
  }
}

/** A page, a download or a stream: the answer is made by hand. */
export type Page = {
  method: Method
  path: `/${string}`
  who: Who
  bodyLimit: number
  perAddress: number | null
  run(call: PageCall): Promise<Response>
}

export type PageCall = {
  request: Request
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Reads the body within the limit. */
  body(): Promise<Uint8Array>
  now: Instant
  tools: Tools
  database: Database
  origin: Origin
  /** Set for routes that are not for anyone. */
  user: User | null
}

/** Declares a page, a download or a stream. */
export function page(
  declared: Omit<Page, 'bodyLimit' | 'perAddress'> & { bodyLimit?: number; perAddress?: number },
): Page {
  return { ...declared, bodyLimit: declared.bodyLimit ?? BODY_LIMIT, perAddress: declared.perAddress ?? null }
}
