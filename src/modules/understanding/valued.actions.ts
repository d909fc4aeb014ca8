import type { Db } from '../../platform/db/db.ts'
import type { Voice } from '../feedback/index.ts'
import { isValued } from './doubt.ts'
import { standingOfCustomers } from './understanding.store.ts'

/** Ids of voices of customers on whom much hangs. */
export async function valuedAmong(
  db: Db,
  voices: readonly Pick<Voice, 'id' | 'customerId'>[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(voices.flatMap(({ customerId }) => customerId ?? []))]
  if (ids.length === 0) return new Set()
  const valued = new Set((await standingOfCustomers(db, ids)).filter(isValued).map(({ id }) => id))
  return new Set(voices.filter(({ customerId }) => customerId !== null && valued.has(customerId)).map(({ id }) => id))
}
