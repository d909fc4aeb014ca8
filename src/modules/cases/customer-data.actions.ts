import { removeFiles } from '../../platform/files/files.store.ts'
import { emptyMails } from '../../platform/mail/mail.store.ts'
import type { CustomerPart } from '../customers/index.ts'
import { copyOfCases, forgetWords, keptOutside } from './customer-data.store.ts'

/** What was said about their matters, in a customer's copy and at their erasure: words, mails and files. */
export const customerCases: CustomerPart = {
  name: 'cases',
  copy: copyOfCases,
  async erase(tx, customerIds) {
    const { mails, files } = await keptOutside(tx, customerIds)
    const rows = await forgetWords(tx, customerIds)
    await emptyMails(tx, mails)
    await removeFiles(tx, files)
    return rows
  },
}
