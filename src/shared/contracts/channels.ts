import { z } from 'zod'
import { moment, publicId } from './values.ts'

export const mailboxId = publicId('mbox')

const Server = z.strictObject({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  secure: z.boolean(),
})

/** A mailbox as staff set it up. Without a password the one that is kept stays. */
export const MailboxDraft = z.strictObject({
  address: z.email().max(254),
  name: z.string().trim().max(120).default(''),
  userName: z.string().min(1).max(254),
  password: z.string().min(1).max(500).optional(),
  imap: Server.nullable(),
  smtp: Server.nullable(),
})

export const MailboxView = z.strictObject({
  id: mailboxId,
  address: z.string(),
  name: z.string(),
  userName: z.string(),
  imap: Server.nullable(),
  smtp: Server.nullable(),
  paused: z.boolean(),
  polledAt: moment.nullable(),
  fault: z.string().nullable().meta({ description: 'What kind of failure it is' }),
  failure: z.string().nullable().meta({ description: 'In the words of the server' }),
  failedSince: moment.nullable(),
})

export const MailboxList = z.strictObject({ items: z.array(MailboxView) })

const Trial = z.strictObject({ ok: z.boolean(), fault: z.string().nullable(), detail: z.string() })

/** What trying the settings showed, server by server. */
export const MailboxTrial = z.strictObject({ imap: Trial.nullable(), smtp: Trial.nullable() })
