/** A case is about what its first voice is about, also when a person says that this is something else. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Intent, Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { hasLowScore } from '../understanding/index.ts'
import { caseReread } from './case.events.ts'
import { addStep, type CaseRow, casesBegunBy, setReading, setUrgencyOfVoices } from './case.store.ts'
import { needsAnAnswer, stillFresh } from './needs.ts'
import { heardOf, openOrJoin } from './opening.actions.ts'
import { pauseAll, promiseMissing } from './promise.actions.ts'
import { isOpen } from './stages.ts'
import { type Voice, voiceById } from './voice.store.ts'

export type Reread = {
  feedbackId: string
  intent: Intent
  sentiment: Sentiment
  setAside: boolean
  by: string | null
  /** When it was said. */
  at: Instant
}

/**
 * What a person says that a voice is holds for its case as well; a fresh voice that turns out to want an answer opens
 * one. Promises made stay; what is owed besides runs from the moment it was said.
 */
export async function followCorrection(db: Db, said: Reread & { publicUrl: string }): Promise<void> {
  const { feedbackId, by, at: since, publicUrl } = said
  const voice = await voiceById(db, feedbackId)
  if (voice === null) return
  if (asksNow(voice, said)) await openOrJoin(db, { feedbackId, since, by, publicUrl, now: since })
  await db.transaction(async (tx) => {
    await setUrgencyOfVoices(tx, feedbackId)
    for (const row of await casesBegunBy(tx, feedbackId, since)) await reread(tx, row, voice, said)
  })
}

const asksNow = (voice: Voice, { intent, setAside, at }: Reread): boolean =>
  needsAnAnswer({
    intent,
    lowScore: hasLowScore(voice.scores),
    quiet: voice.quiet || !stillFresh(voice.occurredAt, at),
    setAside,
    first: true,
  })

async function reread(tx: Db, row: CaseRow, voice: Voice, { intent, sentiment, by, at }: Reread): Promise<void> {
  if (row.intent === intent && row.sentiment === sentiment) return
  await setReading(tx, row.id, { intent, sentiment })
  const facts = { intent, sentiment, wasIntent: row.intent, wasSentiment: row.sentiment }
  await addStep(tx, { id: newId(at), caseId: row.id, kind: 'reread', facts, by, at })
  if (isOpen(row.stage)) await promiseMissing(tx, row.id, { ...(await heardOf(tx, voice)), intent, sentiment }, at)
  if (row.stage === 'waiting') await pauseAll(tx, row.id, at)
  await emit(tx, caseReread, { caseId: row.id, intent, sentiment, by, at })
}
