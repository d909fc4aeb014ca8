import type { Db } from '../../platform/db/db.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { csvLine } from '../../shared/text/csv-line.ts'
import { isoOf } from '../../shared/time/instant.ts'
import { catalogues, speak } from '../../shared/words/catalogues.ts'
import { termOf } from '../../shared/words/say.ts'
import { listImprovements } from './improvement.store.ts'
import { itemOf } from './view.ts'

const BOM = '\uFEFF'
const PART = 200

/** Every improvement as lines of a CSV file, the newest first; spreadsheets run none of its texts as a formula. */
export async function* improvementLines(db: Db, locale: Locale): AsyncGenerator<string> {
  const t = speak(locale)
  const named = (group: string, member: string) => termOf(catalogues[locale], locale, group, member)
  yield BOM +
    csvLine([
      t('improvements.csv.number'),
      t('improvements.name'),
      t('improvements.stage'),
      t('improvements.category'),
      t('improvements.owner'),
      t('improvements.severity'),
      t('improvements.csv.voices'),
      t('improvements.csv.people'),
      t('improvements.effort'),
      t('improvements.cost'),
      t('improvements.benefit'),
      t('improvements.priority'),
      t('improvements.due-on'),
      t('improvements.csv.created'),
      t('improvements.csv.shipped'),
      t('improvements.csv.verdict'),
      t('improvements.problem'),
      t('improvements.cause'),
      t('improvements.solution'),
    ])
  for (let below: number | null = null; ; ) {
    const rows = await listImprovements(db, {}, below, PART)
    for (const row of rows) {
      const item = itemOf(row, locale)
      yield csvLine([
        row.number,
        row.title,
        named('improvement-stage', row.stage),
        item.category?.name ?? null,
        row.ownerName,
        row.severity,
        row.voices,
        row.people,
        row.effort,
        row.cost,
        row.benefit,
        Number(item.priority.score.toPrecision(4)),
        row.dueOn,
        isoOf(row.createdAt),
        row.shippedAt === null ? null : isoOf(row.shippedAt),
        row.verdict === null ? null : named('verdict', row.verdict),
        row.problem,
        row.cause,
        row.solution,
      ])
    }
    const last = rows.at(-1)
    if (rows.length < PART || last === undefined) return
    below = last.number
  }
}
