/**
 * The database as the rest of the code sees it.
 *
 * Every `Db` is scoped to one workspace: each statement runs in a transaction whose local setting
 * `hx.workspace` row-level security compares, under a role that owns nothing and cannot bypass it.
 */
import pg, { DatabaseError, type Pool, type PoolClient, type QueryResult } from 'pg'
import { databaseAway, databaseFull, Refusal } from '../errors.ts'
import type { Log } from '../log.ts'
import { compiled, type Query } from './sql.ts'

export { all, at, atOrNull, json, prepared, type Query, sql } from './sql.ts'

export type Reader = {
  /** All rows. */
  many<Row>(query: Query): Promise<Row[]>
  /** The row, or null when there is none; more than one is a bug. */
  maybe<Row>(query: Query): Promise<Row | null>
  /** The row; none or more than one is a bug. */
  one<Row>(query: Query): Promise<Row>
}

export type Db = Reader & {
  readonly workspaceId: string
  /** How many rows the statement touched. */
  run(query: Query): Promise<number>
  /** All or nothing. Inside a transaction it joins the one that is open. */
  transaction<Result>(work: (tx: Db) => Promise<Result>): Promise<Result>
}

/** What may be asked before a workspace is known: only the definer functions of the migrations answer here. */
export type Lookups = Reader & { run(query: Query): Promise<number> }

export type Database = {
  in(workspaceId: string): Db
  lookups: Lookups
  /** The owner's pool: migrations, the queue, the relay and backups. Platform only. */
  owner: Pool
  /** The app's own pool, for hot paths that bring their workspace along in one statement. Platform and ingest only. */
  pool: Pool
  close(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const readDate = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Number(readDate(text)))

/** Codes that say the server is going, gone or not yet there; class 08 is the connection itself. */
const AWAY = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const AWAY_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|not queryable|Cannot use a pool after/i
/** A database that takes a query and never answers is away too. */
const LONGEST_QUERY_MS = 30_000
const TRY_AGAIN = new Set(['40001', '40P01'])
const RETRIES = 2

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export function isAway(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || (error instanceof Error && AWAY_WORDS.test(error.message))
}

/** Disk or memory at an end, or a server that was made read only, as some hosts do when the disk fills up. */
const FULL = new Set(['53100', '53200', '53400', '25006'])

/** Says what an error means to a caller, where it is the database's own state; all others stay as they are. */
export const translated = (error: unknown): unknown =>
  isAway(error) ? databaseAway() : FULL.has(codeOf(error)) ? databaseFull() : error

/** Opens both pools. `url` is the owner's; the app's connections take the role huixiang_app as they start. */
export function openDatabase(url: string, log: Log, { size = 12 }: { size?: number } = {}): Database {
  const shared = { connectionString: url, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000, keepAlive: true }
  const app = new pg.Pool({
    ...shared,
    max: size,
    // Statements are sent without waiting for the answers to those before them.
    pipeline: true,
    query_timeout: LONGEST_QUERY_MS,
    options: '-c role=huixiang_app -c idle_in_transaction_session_timeout=60000',
  })
  const owner = new pg.Pool({ ...shared, max: 6 })
  const closing = new AbortController()
  for (const pool of [app, owner]) survive(pool, log, closing.signal)
  return {
    in: (workspaceId) => scoped(app, workspaceId),
    lookups: bare(app),
    owner,
    pool: app,
    async close() {
      closing.abort()
      await Promise.all([app.end(), owner.end()])
    },
  }
}

/**
 * A lost connection is said and forgotten: whoever waits on it gets the error anyway, and without a
 * listener, also on a connection that is held between two statements, it would end the process. What goes while we close
 * is not lost.
 */
function survive(pool: Pool, log: Log, closing: AbortSignal): void {
  pool.on('error', (error) => {
    if (!closing.aborted) log.warn({ code: codeOf(error) }, 'a database connection was lost')
  })
  pool.on('connect', (client) =>
    client.on('error', (error) => log.debug({ code: codeOf(error) }, 'a connection in use was lost')),
  )
}

/** A `Db` on one workspace over any pool whose connections run as the app's role. */
export function scoped(pool: Pool, workspaceId: string): Db {
  if (!UUID.test(workspaceId)) throw new RangeError('scoped: not a workspace id')
  return {
    workspaceId,
    ...readerOf(async <Row>(query: Query) => (await alone(pool, workspaceId, query, RETRIES)).rows as Row[]),
    run: async (query) => (await alone(pool, workspaceId, query, RETRIES)).rowCount ?? 0,
    transaction: (work) => transact(pool, workspaceId, work, RETRIES),
  }
}

/** A connection is held until everything that was begun on it has ended, also when a part of it failed. */
async function ended<Parts extends readonly Promise<unknown>[] | []>(parts: Parts) {
  await Promise.allSettled(parts)
  return await Promise.all(parts)
}

const beginning = (workspaceId: string): string => `BEGIN; SET LOCAL hx.workspace = '${workspaceId}'`

/** One statement, sent together with what opens and ends its transaction: one round trip, not three. */
async function alone(pool: Pool, workspaceId: string, query: Query, retries: number): Promise<QueryResult> {
  const written = compiled(query)
  const client = await connect(pool)
  let broken: Error | undefined
  try {
    // COMMIT of a transaction that failed rolls it back.
    const sent = [client.query(beginning(workspaceId)), client.query(written), client.query('COMMIT')] as const
    const [, result] = await ended(sent)
    return result
  } catch (error) {
    // What the server says of a statement leaves the connection whole; all else, and a server that goes, does not.
    const isWhole = error instanceof DatabaseError && !isAway(error)
    broken = isWhole || !(error instanceof Error) ? undefined : error
    if (broken === undefined && retries > 0 && TRY_AGAIN.has(codeOf(error)))
      return await alone(pool, workspaceId, query, retries - 1)
    throw translated(error)
  } finally {
    client.release(broken)
  }
}

async function transact<Result>(
  pool: Pool,
  workspaceId: string,
  work: (tx: Db) => Promise<Result>,
  retries: number,
): Promise<Result> {
  const client = await connect(pool)
  const over = new AbortController()
  let broken: Error | undefined
  try {
    const [, result] = await ended([
      client.query(beginning(workspaceId)),
      work(joined(client, workspaceId, over.signal)),
    ])
    over.abort(new Error('a transaction was used after its end'))
    await client.query('COMMIT')
    return result
  } catch (error) {
    over.abort(new Error('a transaction was used after it failed'))
    broken = await rolledBack(client)
    if (broken === undefined && retries > 0 && TRY_AGAIN.has(codeOf(error)))
      return await transact(pool, workspaceId, work, retries - 1)
    throw translated(error)
  } finally {
    client.release(broken)
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw translated(error)
  }
}

/** Undefined when the connection can be used again, else what broke it. */
async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}

/** Parts of the work that are still on their way when it ends must not reach the connection of whoever comes next. */
function joined(client: PoolClient, workspaceId: string, over: AbortSignal): Db {
  const ask = async (query: Query) => {
    over.throwIfAborted()
    return await client.query(compiled(query))
  }
  const tx: Db = {
    workspaceId,
    ...readerOf(async <Row>(query: Query) => (await ask(query)).rows as Row[]),
    run: async (query) => (await ask(query)).rowCount ?? 0,
    transaction: (work) => work(tx),
  }
  return tx
}

function bare(pool: Pool): Lookups {
  const ask = async (query: Query) => {
    try {
      return await pool.query(compiled(query))
    } catch (error) {
      throw translated(error)
    }
  }
  return {
    ...readerOf(async <Row>(query: Query) => (await ask(query)).rows as Row[]),
    run: async (query) => (await ask(query)).rowCount ?? 0,
  }
}

function readerOf(many: <Row>(query: Query) => Promise<Row[]>): Reader {
  const maybe = async <Row>(query: Query): Promise<Row | null> => {
    const rows = await many<Row>(query)
    if (rows.length > 1) throw new Error('a question for one row got several')
    return rows[0] ?? null
  }
  return {
    many,
    maybe,
    async one<Row>(query: Query) {
      const row = await maybe<Row>(query)
      if (row === null) throw new Error('a question for one row got none')
      return row
    },
  }
}

/** A cursor outside: opaque text; inside: the sort values of the last row. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/**
 * Reads what `cursorOf` wrote.
 *
 * @throws Refusal 'invalid' when the text was not given out by this list
 */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => typeof v === 'string' || typeof v === 'number')
    )
      return values
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw unknownCursor()
}

/** A cursor of another list, or none at all. */
export const unknownCursor = () =>
  new Refusal('invalid', 'cursor.unknown', 'This cursor does not belong to this list. Start again without it.', {}, [
    { path: 'cursor', message: 'not a cursor of this list' },
  ])
