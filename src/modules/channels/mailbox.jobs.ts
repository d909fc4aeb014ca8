import { reasonOf } from '../../platform/errors.ts'
import { defineJob, type Job } from '../../platform/jobs/define.ts'
import { readMailbox } from './mailbox.actions.ts'
import { mailboxesToRead, workspacesWithMailboxes } from './mailbox.store.ts'

/** Safe to run twice or in parallel: a mail is taken once, by its Message-ID. */
const readMail = defineJob({
  name: 'channels.read-mail',
  every: '20 seconds',
  workspaces: workspacesWithMailboxes,
  async run({ db, now, tools }) {
    let read = 0
    for (const mailbox of await mailboxesToRead(db)) {
      try {
        read += await readMailbox(db, mailbox, now, tools)
      } catch (error) {
        tools.log.warn(
          { mailbox: mailbox.id, reason: reasonOf(error) },
          'a mailbox could not be read; it is tried again',
        )
      }
    }
    return { read }
  },
})

export const channelJobs: readonly Job[] = [readMail]
