import { removeFiles } from '../../platform/files/files.store.ts'
import { type CustomerPart, marksOf } from '../customers/index.ts'
import { detachFiles, eraseSaid, idsSaidBy, saidBy } from './customer-data.store.ts'

/** What customers said, in their copy and at their erasure. */
export const customerFeedback: CustomerPart = {
  name: 'feedback',
  copy: saidBy,
  marks: async (tx, customerIds) => marksOf('fb', await idsSaidBy(tx, customerIds)),
  async erase(tx, customerIds, now) {
    const ids = await eraseSaid(tx, customerIds, now)
    await removeFiles(tx, await detachFiles(tx, ids))
    return ids.length
  },
}
