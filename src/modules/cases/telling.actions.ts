/** Telling staff that a customer wrote into a case of theirs. */
import type { Db } from '../../platform/db/db.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notifyOfMore } from '../accounts/index.ts'
import { watchersOf } from './assignment.store.ts'
import type { CaseRow } from './case.store.ts'
import { toldOf } from './title.ts'

/**
 * The owner and everyone who watches hear of the customer's word; several that nobody has read are one entry.
 *
 * @param word  the message or the voice: it is told once
 */
export async function tellHeard(tx: Db, row: CaseRow, word: string, now: Instant): Promise<void> {
  const people = new Set([...(row.ownerId === null ? [] : [row.ownerId]), ...(await watchersOf(tx, row.id))])
  for (const personId of people)
    await notifyOfMore(tx, {
      personId,
      kind: 'heard',
      subject: publicIdOf('case', row.id),
      facts: toldOf(row),
      dedupe: `heard ${word}`,
      now,
    })
}
