import type { Instant } from '../../shared/time/instant.ts'

export type MailServer = { host: string; port: number; secure: boolean }

export type Mailbox = {
  id: string
  address: string
  name: string
  userName: string
  passwordSealed: string
  imap: MailServer | null
  smtp: MailServer | null
  uidValidity: number | null
  lastUid: number
  paused: boolean
  polledAt: Instant | null
  fault: string | null
  failure: string | null
  failedSince: Instant | null
}

export type MailboxDraft = Pick<Mailbox, 'address' | 'name' | 'userName' | 'imap' | 'smtp'>
