import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { csvLine } from '../../shared/text/csv-line.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import { type AuditRow, type AuditWanted, audit, auditEntries } from './audit.store.ts'

const PAGE = 1_000
/** So that spreadsheets read it as UTF-8. */
const BOM = '\u{feff}'

const line = ({ at, name, kind, action, subject, facts, address }: AuditRow) =>
  csvLine([isoOf(at), name, kind, action, subject, JSON.stringify(facts), address])

/** The log as a file, page by page as it is read; taking it out is itself an entry. */
export async function auditCsv(
  db: Db,
  by: User,
  wanted: AuditWanted,
  at: { now: Instant; address: string },
): Promise<ReadableStream<Uint8Array>> {
  await audit(db, { by: by.id, action: 'audit.exported', subject: 'audit', ...at })
  const bytes = new TextEncoder()
  let after: { at: Instant; id: string } | null = null
  let begun = false
  return new ReadableStream({
    async pull(controller) {
      const rows: AuditRow[] = await auditEntries(db, wanted, after, PAGE)
      const head = begun ? '' : BOM + csvLine(['at', 'person', 'kind', 'action', 'subject', 'facts', 'address'])
      begun = true
      controller.enqueue(bytes.encode(head + rows.map(line).join('')))
      const last = rows.at(-1)
      if (rows.length < PAGE || last === undefined) controller.close()
      else after = { at: last.at, id: last.id }
    },
  })
}
