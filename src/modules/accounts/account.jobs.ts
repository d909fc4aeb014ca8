import { defineJob, type Job } from '../../platform/jobs/define.ts'
import { queueMail } from '../../platform/mail/mail.store.ts'
import { lastDigest } from './digest-time.ts'
import { digestMail } from './mail-words.ts'
import { markDigested, readersOfDigest, skipDigest, untold, workspacesWithUnread } from './notification.store.ts'
import { linkInto } from './notification-link.ts'
import { forgetSessions } from './session.store.ts'
import { houseOf, workspaceRow } from './workspace.store.ts'

const LISTED = 30

/** Safe to run twice or in parallel: what a digest told is marked with it, and its mail is one by person and day. */
export const mailDigests = defineJob({
  name: 'accounts.mail-digests',
  every: '5 minutes',
  workspaces: workspacesWithUnread,
  async run({ db, now, tools }) {
    const [house, { slug, timezone }] = [await houseOf(db), await workspaceRow(db)]
    const { day, at: before } = lastDigest(now, timezone)
    let mailed = 0
    for (const reader of await readersOfDigest(db, before)) {
      mailed += await db.transaction(async (tx) => {
        const rows = await untold(tx, reader.id, before)
        if (rows.length === 0) return 0
        // Lines that would read the same, such as two promises of one case that were broken, are one.
        const told = [...new Map(rows.map((row) => [`${row.kind} ${row.subject} ${row.facts.title}`, row])).values()]
        const items = told
          .slice(0, LISTED)
          .map(({ kind, facts, subject }) => ({ kind, facts, link: linkInto(slug, subject) }))
        const written = digestMail(reader.locale, {
          house,
          name: reader.name,
          items,
          more: told.length - items.length,
          publicUrl: tools.publicUrl,
        })
        const { added } = await queueMail(tx, {
          dedupe: `digest ${reader.id} ${day}`,
          to: reader.email,
          ...written,
          headers: { 'Auto-Submitted': 'auto-generated' },
          now,
        })
        // A digest of this day is out already: the rest waits for the next.
        if (!added) return 0
        await markDigested(
          tx,
          rows.map(({ id }) => id),
          now,
        )
        return 1
      })
    }
    const skipped = await skipDigest(db, before, now)
    return { mailed, skipped }
  },
})

/** Safe to run twice: it deletes what has expired. One workspace stands for the installation. */
export const forgetExpiredSessions = defineJob({
  name: 'accounts.forget-expired-sessions',
  every: '1 hour',
  workspaces: async (lookups, now) => {
    await forgetSessions(lookups, now)
    return []
  },
  run: async () => undefined,
})

export const accountJobs: Job[] = [mailDigests, forgetExpiredSessions]
