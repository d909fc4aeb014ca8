import type { EventKind } from '../../platform/events/event.ts'
import { type Listener, onMany } from '../../platform/jobs/define.ts'
import { followOwed } from '../understanding/index.ts'
import { caseClosed, caseJoined, caseOpened, caseReopened, caseResolved, caseVerified } from './case.events.ts'
import { owedVoices } from './owed.store.ts'

/**
 * Tells understanding for which voices a case is open, so that they are judged sooner. May run twice and in any order:
 * what is told is what is so when it runs, and it runs after every change.
 */
const tellOwed = <Payload extends { caseId: string }>(event: EventKind<Payload>): Listener =>
  onMany(event, `cases.tell-owed-${event.name.replace('.', '-')}`, async (heard, { db }) => {
    const voices = await owedVoices(db, [...new Set(heard.map(({ caseId }) => caseId))])
    if (voices.length > 0) await followOwed(db, voices)
  })

export const owedListeners: readonly Listener[] = [
  tellOwed(caseOpened),
  tellOwed(caseJoined),
  tellOwed(caseResolved),
  tellOwed(caseVerified),
  tellOwed(caseReopened),
  tellOwed(caseClosed),
]
