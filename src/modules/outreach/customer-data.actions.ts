import { emptyMails } from '../../platform/mail/mail.store.ts'
import type { CustomerPart } from '../customers/index.ts'
import { eraseNotices, noticesTo } from './notice.store.ts'

/** What customers were told, in their copy and at their erasure. */
export const customerNotices: CustomerPart = {
  name: 'notices',
  copy: noticesTo,
  async erase(tx, customerIds) {
    const erased = await eraseNotices(tx, customerIds)
    await emptyMails(
      tx,
      erased.flatMap(({ mailId }) => (mailId === null ? [] : [mailId])),
    )
    return erased.length
  },
}
