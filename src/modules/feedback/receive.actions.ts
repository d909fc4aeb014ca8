import { type Database, type Db, translated } from '../../platform/db/db.ts'
import { Refusal, reasonOf } from '../../platform/errors.ts'
import { keyUsedOtherwise } from '../../platform/http/idempotency.store.ts'
import { newId, newQueryCode } from '../../platform/ids.ts'
import type { Received } from '../../shared/contracts/feedback.ts'
import { identitiesOf } from '../customers/index.ts'
import { doesNotFit, notStored, tooBusy } from './feedback.refusals.ts'
import { type Exception, wakeRelay, writeFeedback, writeFeedbackIn } from './feedback.store.ts'
import { type FeedbackRow, type Incoming, misfitsOfTime, type Reception, type RequestKey, rowOf } from './row.ts'
import { type SharedCommits, sharedCommits } from './shared-commits.ts'
import { wakeLimit } from './wake-limit.ts'

/** What became of one voice. */
export type Outcome = (Received & { status: 'added' | 'already' }) | { status: 'refused'; refusal: Refusal }

/**
 * Measured on two cores at 50 connections: one batch at a time shares the most (1.47 × the reference of bench/ingest,
 * two at a time 1.30); larger ones make the first wait longer.
 */
const MOST = 250
const AT_ONCE = 1
/** Some seconds of work at full load. */
const LONGEST = 5_000
/** Batches of the batch call under way per workspace; each holds up to a thousand texts. */
const BULK_AT_ONCE = 4
/** News may wait so long for the next waking. */
const WAKE_MS = 50
const TRIES = 4
const TRY_AGAIN = new Set(['40001', '40P01'])

type Commits = SharedCommits<FeedbackRow, Outcome>
type Write = (rows: readonly FeedbackRow[]) => Promise<Exception[]>
type Door = { single: Commits; write: Write; bulk: number }
type House = { doors: Map<string, Door>; mayWake: () => boolean }
const houses = new WeakMap<Database, House>()

/**
 * Stores voices; when it answers, they are durable. Single voices of many callers share commits. The same
 * (channel, sourceId) is one feedback, however often and in however many calls it comes.
 *
 * @param items    checked by the contract `NewFeedback`; what only the moment or the customer shows is checked here
 * @returns        one outcome for each item, in order
 * @throws Refusal 'unavailable' when the database is away or too much is waiting: then nothing is known to be stored
 */
export async function receiveFeedback(
  database: Database,
  workspaceId: string,
  items: readonly Incoming[],
  reception: Reception,
  request?: RequestKey,
): Promise<Outcome[]> {
  const read = items.map((item) => readItem(item, reception, request))
  const door = doorOf(database, workspaceId)
  const [only] = read
  if (read.length === 1 && only !== undefined)
    return [only instanceof Refusal ? { status: 'refused', refusal: only } : await door.single.add(only)]

  if (door.bulk >= BULK_AT_ONCE) throw tooBusy()
  door.bulk++
  try {
    const outcomes: Outcome[] = []
    for (let from = 0; from < read.length; from += MOST)
      outcomes.push(...(await writeRead(door.write, read.slice(from, from + MOST))))
    return outcomes
  } finally {
    door.bulk--
  }
}

/** The same inside a transaction of the caller: the voices commit with what it writes, or not at all. */
export async function receiveFeedbackIn(tx: Db, items: readonly Incoming[], reception: Reception): Promise<Outcome[]> {
  const read = items.map((item) => readItem(item, reception))
  const rows = read.filter((each): each is FeedbackRow => !(each instanceof Refusal))
  const outcomes = await written((each) => writeFeedbackIn(tx, each), rows)
  return woven(read, outcomes)
}

/** What stands in the way of storing this voice that its contract does not show; null when nothing does. */
export function refusalOf(item: Incoming, reception: Reception): Refusal | null {
  const read = readItem(item, reception)
  return read instanceof Refusal ? read : null
}

function doorOf(database: Database, workspaceId: string): Door {
  const { doors, mayWake } = houseOf(database)
  const known = doors.get(workspaceId)
  if (known !== undefined) return known
  const write: Write = (rows) => writeFeedback(database, workspaceId, rows, mayWake())
  const single = sharedCommits({
    write: (rows: readonly FeedbackRow[]) => writtenOrOneByOne(write, rows),
    most: MOST,
    atOnce: AT_ONCE,
    longest: LONGEST,
    full: tooBusy,
  })
  const door = { single, write, bulk: 0 }
  doors.set(workspaceId, door)
  return door
}

function houseOf(database: Database): House {
  const known = houses.get(database)
  if (known !== undefined) return known
  // A waking that fails is no loss: the news is in the outbox, and who relays it looks by itself every few seconds.
  const mayWake = wakeLimit(WAKE_MS, () => void wakeRelay(database).catch(() => undefined))
  const house = { doors: new Map(), mayWake }
  houses.set(database, house)
  return house
}

function readItem(item: Incoming, reception: Reception, request?: RequestKey): FeedbackRow | Refusal {
  const { identities, misfits } = identitiesOf(item.customer ?? {})
  const errors = [
    ...misfitsOfTime(item.occurredAt, reception.now),
    ...misfits.map((misfit) => ({ ...misfit, path: `customer.${misfit.path}` })),
  ]
  if (errors.length > 0) return doesNotFit(errors)
  const { name, attributes } = item.customer ?? {}
  const isNamed = identities.length > 0 || (name ?? '') !== ''
  const person = isNamed
    ? { id: newId(reception.now), name, attributes, identities, trusted: reception.trusted ?? true }
    : undefined
  return rowOf(item, { id: newId(reception.now), code: newQueryCode() }, reception, person, request)
}

async function writeRead(write: Write, read: readonly (FeedbackRow | Refusal)[]): Promise<Outcome[]> {
  const outcomes = await writtenOrOneByOne(
    write,
    read.filter((each): each is FeedbackRow => !(each instanceof Refusal)),
  )
  return woven(read, outcomes)
}

/** Puts the outcomes of the rows back among the items that were refused before. */
function woven(read: readonly (FeedbackRow | Refusal)[], outcomes: readonly (Outcome | Error)[]): Outcome[] {
  let next = 0
  return read.map((each) => {
    const outcome = each instanceof Refusal ? each : outcomes[next++]
    if (outcome instanceof Refusal) return { status: 'refused', refusal: outcome }
    if (outcome instanceof Error) return { status: 'refused', refusal: notStored() }
    return outcome ?? raise('a row got no outcome')
  })
}

/** A batch that cannot be written is written row by row, so that a bad one takes no others with it. */
async function writtenOrOneByOne(write: Write, rows: readonly FeedbackRow[]): Promise<(Outcome | Error)[]> {
  try {
    return await written(write, rows)
  } catch (error) {
    const meant = translated(error)
    if (meant !== error) throw meant
    if (rows.length <= 1) return [asError(error)]
    const outcomes: (Outcome | Error)[] = []
    for (const row of rows) outcomes.push(...(await writtenOrOneByOne(write, [row])))
    return outcomes
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(reasonOf(error)))

async function written(write: Write, rows: readonly FeedbackRow[]): Promise<Outcome[]> {
  if (rows.length === 0) return []
  let pending = rows.map((row, n) => ({ ...row, n }))
  const outcomes = new Map<number, Outcome>()
  for (let tried = 1; pending.length > 0; tried++) {
    const exceptions = await writeOnce(write, pending, tried)
    const odd = new Map(exceptions.map((exception) => [exception.n, exception]))
    const again = pending.filter(({ n }) => odd.get(n)?.outcome === 'again')
    for (const row of pending)
      if (odd.get(row.n)?.outcome !== 'again') outcomes.set(row.n, outcomeOf(row, odd.get(row.n)))
    if (again.length > 0 && tried === TRIES) throw new Error('a query code was taken several times in a row')
    pending = again.map((row) => ({ ...row, id: newId(row.received), code: newQueryCode() }))
  }
  return rows.map((_, n) => outcomes.get(n) ?? raise('a row got no outcome'))
}

/** Two batches that do wait for each other in a circle after all: the database ends one, and it tries again. */
async function writeOnce(write: Write, rows: readonly FeedbackRow[], tried: number): Promise<Exception[]> {
  try {
    return await write(rows)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!TRY_AGAIN.has(code) || tried >= TRIES) throw error
    return await writeOnce(write, rows, tried + 1)
  }
}

function outcomeOf(row: FeedbackRow, exception: Exception | undefined): Outcome {
  if (exception === undefined) return { status: 'added', id: row.id, receivedAt: row.received, queryCode: row.code }
  if (exception.outcome === 'other-body') return { status: 'refused', refusal: keyUsedOtherwise() }
  const { id, receivedAt, queryCode } = exception
  if (id === null || receivedAt === null || queryCode === null) return raise('a known feedback came without its id')
  return { status: 'already', id, receivedAt, queryCode }
}

function raise(message: string): never {
  throw new Error(message)
}
