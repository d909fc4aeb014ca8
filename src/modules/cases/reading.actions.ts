/** A case is about what its first voice is about, also when a person says that this is something else. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Intent, Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { caseReread } from './case.events.ts'
import { addStep, casesBegunBy, setReading } from './case.store.ts'

export type Reread = {
  feedbackId: string
  intent: Intent
  sentiment: Sentiment
  by: string | null
  /** When it was said. */
  at: Instant
}

/** Its promises stay: they were made for what was understood then. */
export async function followCorrection(db: Db, { feedbackId, intent, sentiment, by, at }: Reread): Promise<void> {
  await db.transaction(async (tx) => {
    for (const row of await casesBegunBy(tx, feedbackId, at)) {
      if (row.intent === intent && row.sentiment === sentiment) continue
      await setReading(tx, row.id, { intent, sentiment })
      const facts = { intent, sentiment, wasIntent: row.intent, wasSentiment: row.sentiment }
      await addStep(tx, { id: newId(at), caseId: row.id, kind: 'reread', facts, by, at })
      await emit(tx, caseReread, { caseId: row.id, intent, sentiment, by, at })
    }
  })
}
