/** Reading a file in: checked row by row, added once, resumable because each row has a source id of its own. */
import { createHash } from 'node:crypto'
import type { Database } from '../../platform/db/db.ts'
import { NOT_JSON, type Row } from '../../platform/files/rows.ts'
import { misfitsOf } from '../../platform/http/shapes.ts'
import { NewFeedback } from '../../shared/contracts/feedback.ts'
import type { Mapping } from '../../shared/contracts/imports.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { receiveFeedback, refusalOf } from '../feedback/index.ts'
import { knownSources, refreshStatistics } from './import.store.ts'
import { draftOf } from './import-row.ts'

export type Refused = { line: number; why: string }
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

type Ready = { line: number; item: NewFeedback & { sourceId: string } }

/** Reads rows into the workspace. Running it again on the same file adds nothing. */
export async function importRows(
  database: Database,
  workspaceId: string,
  rows: AsyncIterable<Row>,
  options: ImportOptions,
): Promise<Report> {
  const report: Report = { read: 0, added: 0, already: 0, refused: [], refusedCount: 0 }
  let batch: Ready[] = []
  const flush = async () => {
    if (batch.length > 0) await take(database, workspaceId, batch, options, report)
    batch = []
    await options.progress?.(report)
  }
  for await (const row of rows) {
    report.read++
    const ready = checked(row, options, report)
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

function refuse(report: Report, line: number, why: string): null {
  report.refusedCount++
  if (report.refused.length < KEPT_REFUSALS) report.refused.push({ line, why })
  return null
}

function checked({ line, values }: Row, { mapping, zone, now }: ImportOptions, report: Report): Ready | null {
  if (NOT_JSON in values) return refuse(report, line, 'The line is not a JSON object.')
  const { item, identity } = draftOf(values, mapping, zone)
  const read = NewFeedback.safeParse(item)
  const misfits = read.success
    ? (refusalOf(read.data, { now: now(), quiet: true })?.errors ?? [])
    : misfitsOf(read.error)
  if (!read.success || misfits.length > 0) {
    const [first] = misfits
    return refuse(report, line, `${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'does not fit'}`)
  }
  const sourceId = read.data.sourceId ?? `row:${createHash('sha256').update(identity).digest('hex').slice(0, 40)}`
  return { line, item: { ...read.data, sourceId } }
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
    if (result.status === 'refused') refuse(report, batch[i]?.line ?? 0, result.refusal.message)
    else if (result.status === 'added') report.added++
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
