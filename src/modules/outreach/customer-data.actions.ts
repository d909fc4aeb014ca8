import type { CustomerPart } from '../customers/index.ts'
import { eraseNotices, noticesTo } from './notice.store.ts'

/** What customers were told, in their copy and at their erasure. */
export const customerNotices: CustomerPart = {
  name: 'notices',
  copy: noticesTo,
  erase: (tx, customerIds) => eraseNotices(tx, customerIds),
}
