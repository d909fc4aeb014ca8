import { removeFiles } from '../../platform/files/files.store.ts'
import { emptyMails } from '../../platform/mail/mail.store.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { untitle } from '../accounts/index.ts'
import { type CustomerPart, marksOf } from '../customers/index.ts'
import { casesAndMessagesOf, copyOfCases, forgetWords, keptOutside, writtenElsewhere } from './customer-data.store.ts'

/** What was said about their matters, in a customer's copy and at their erasure: words, mails and files. */
export const customerCases: CustomerPart = {
  name: 'cases',
  copy: async (db, customerIds) => [
    ...(await copyOfCases(db, customerIds)),
    ...(await writtenElsewhere(db, customerIds)),
  ],
  async marks(tx, customerIds) {
    const { cases, messages } = await casesAndMessagesOf(tx, customerIds)
    return { ids: [...marksOf('case', cases).ids, ...marksOf('msg', messages).ids] }
  },
  async erase(tx, customerIds) {
    const theirs = await casesAndMessagesOf(tx, customerIds)
    const { mails, files } = await keptOutside(tx, theirs.messages)
    const rows = await forgetWords(tx, theirs)
    await emptyMails(tx, mails)
    await removeFiles(tx, files)
    await untitle(
      tx,
      theirs.cases.map((id) => publicIdOf('case', id)),
    )
    return rows
  },
}
