/** How well promises are kept, as the API shows it. */
import type { z } from 'zod'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { Db } from '../../platform/db/db.ts'
import type { LedgerPage, PromiseSummary } from '../../shared/contracts/promises.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { shownPromise } from './case-view.ts'
import { countsByKind, type LedgerAsked, lateness, ledgerPage, type Period, reasons } from './ledger.store.ts'

export async function showLedger(db: Db, asked: LedgerAsked): Promise<z.output<typeof LedgerPage>> {
  const { items, nextCursor } = await ledgerPage(db, asked)
  return {
    items: items.map((row) => ({
      ...shownPromise(row, asked.now),
      case: row.case,
      lateness: row.madeGoodAt === null ? null : row.madeGoodAt - row.dueAt,
    })),
    nextCursor,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

function share(kept: number, broken: number) {
  const ended = kept + broken
  return { ended, kept, broken, rate: ended > 0 ? kept / ended : null, interval: wilsonInterval(kept, ended) }
}

/** The kept share of what ended, with its 95 % interval; lateness of what was done too late; reasons. */
export async function summarise(db: Db, period: Period, now: Instant): Promise<z.output<typeof PromiseSummary>> {
  const kinds = await countsByKind(db, period, now)
  const late = await lateness(db, period)
  const kept = sum(kinds.map((each) => each.kept))
  const broken = sum(kinds.map((each) => each.broken))
  return {
    ...share(kept, broken),
    open: sum(kinds.map((each) => each.open)),
    paused: sum(kinds.map((each) => each.paused)),
    lateness: late.p50 === null || late.p90 === null ? null : { n: late.n, p50: late.p50, p90: late.p90 },
    byKind: kinds.map((each) => ({ kind: each.kind, ...share(each.kept, each.broken) })),
    why: await reasons(db, period),
    unexplained: sum(kinds.map((each) => each.unexplained)),
  }
}
