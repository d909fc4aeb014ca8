/** Reading a file in: checked row by row, added once, resumable because each row has a source id of its own. */
import { createHash } from 'node:crypto'
import type { Database } from '../../platform/db/db.ts'
import type { Misfit } from '../../platform/errors.ts'
import type { Row } from '../../platform/files/rows.ts'
import { misfitsOf } from '../../platform/http/shapes.ts'
import { NewFeedback } from '../../shared/contracts/feedback.ts'
import type { Mapping } from '../../shared/contracts/imports.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { receiveFeedback, refusalOf } from '../feedback/index.ts'
import { knownSources, type Refused, refreshStatistics } from './import.store.ts'
import { draftOf, type Place, placeOf, shownText } from './import-row.ts'

export type Report = { read: number; added: number; already: number; refused: Refused[]; refusedCount: number }

export type ImportOptions = {
  mapping: Mapping
  zone: string
  dryRun: boolean
  now: () => Instant
  /** Told after each batch. */
  progress?: (report: Report) => Promise<void> | void
  /** Asked before each batch; true ends the reading there. */
  cancelled?: () => Promise<boolean> | boolean
}

const BATCH = 500
/** So many refusals are kept with their reasons; the rest are counted. */
const KEPT_REFUSALS = 1_000
const LONGEST_WHY = 300

type Ready = { line: number; item: NewFeedback & { sourceId: string } }

/** Reads rows into the workspace. Running it again on the same file adds nothing. */
export async function importRows(
  database: Database,
  workspaceId: string,
  rows: AsyncIterable<Row>,
  options: ImportOptions,
): Promise<Report> {
  const report: Report = { read: 0, added: 0, already: 0, refused: [], refusedCount: 0 }
  const seen: Seen = new Map()
  let batch: Ready[] = []
  const flush = async () => {
    if (batch.length > 0) await take(database, workspaceId, batch, options, report)
    batch = []
    await options.progress?.(report)
  }
  for await (const row of rows) {
    report.read++
    const ready = checked(row, options, report, seen)
    if (ready !== null) batch.push(ready)
    if (batch.length < BATCH) continue
    await flush()
    if (isPowerOfTwo(report.read / BATCH)) await refreshStatistics(database.lookups)
    if (await options.cancelled?.()) return report
  }
  await flush()
  return report
}

const isPowerOfTwo = (n: number): boolean => Number.isInteger(n) && n >= 4 && (n & (n - 1)) === 0

type Wrong = Omit<Misfit, 'path'> & { path?: string }

function refuse(
  report: Report,
  line: number,
  { path = '', message, code = 'not-stored', facts = {} }: Wrong,
  place: Place = { column: null, value: null },
): null {
  report.refusedCount++
  if (report.refused.length >= KEPT_REFUSALS) return null
  const why = shownText(path === '' ? message : `${path}: ${message}`, LONGEST_WHY)
  report.refused.push({ line, why, code, facts, ...place })
  return null
}

function checked(
  { line, values, wrong }: Row,
  { mapping, zone, now }: ImportOptions,
  report: Report,
  seen: Seen,
): Ready | null {
  if (wrong !== undefined) return refuse(report, line, wrong)
  const { item, identity } = draftOf(values, mapping, zone)
  const read = NewFeedback.safeParse(item)
  const [first] = read.success
    ? (refusalOf(read.data, { now: now(), quiet: true })?.errors ?? [])
    : misfitsOf(read.error, item)
  if (first !== undefined) return refuse(report, line, first, placeOf(first.path, item, values, mapping))
  if (!read.success) throw new Error('a row that does not fit has no misfit')
  return { line, item: { ...read.data, sourceId: read.data.sourceId ?? sourceOf(identity, seen) } }
}

/** How often a row of these contents has come so far, by 48 bits of their hash: a number keeps long files small in memory. */
type Seen = Map<number, number>

/** A row without an id is known by what it says and which of its like it is in the file: two people may say the same, word for word. */
function sourceOf(identity: string, seen: Seen): string {
  const hash = createHash('sha256').update(identity).digest('hex')
  const short = Number.parseInt(hash.slice(0, 12), 16)
  const nth = (seen.get(short) ?? 0) + 1
  seen.set(short, nth)
  return `row:${hash.slice(0, 40)}${nth === 1 ? '' : `:${nth}`}`
}

async function take(
  database: Database,
  workspaceId: string,
  batch: readonly Ready[],
  { dryRun, now }: ImportOptions,
  report: Report,
): Promise<void> {
  if (dryRun) return await count(database, workspaceId, batch, report)
  const results = await receiveFeedback(
    database,
    workspaceId,
    batch.map(({ item }) => item),
    { now: now(), quiet: true },
  )
  for (const [i, result] of results.entries()) {
    if (result.status === 'refused') {
      const [first = { message: result.refusal.message }] = result.refusal.errors
      refuse(report, batch[i]?.line ?? 0, first)
    } else if (result.status === 'added') report.added++
    else report.already++
  }
}

async function count(database: Database, workspaceId: string, batch: readonly Ready[], report: Report): Promise<void> {
  const known = await knownSources(
    database.in(workspaceId),
    batch.map(({ item }) => ({ channel: item.channel, sourceId: item.sourceId })),
  )
  const seen = new Set(known)
  for (const { item } of batch) {
    const source = `${item.channel} ${item.sourceId}`
    if (seen.has(source)) report.already++
    else report.added++
    seen.add(source)
  }
}
