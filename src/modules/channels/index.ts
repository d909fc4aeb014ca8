/**
 * Channels: the ways in and out.
 *
 * A mailbox is read by IMAP and written by SMTP. A mail that opens a thread is *feedback*; one in a
 * thread we know is a message of that conversation; reports about our own mails mark those as failed.
 *
 * Files (CSV, JSON Lines, spreadsheets) are read in row by row, each row once.
 *
 * Owns      tables mailboxes, mail_threads, imports
 * Listens   nothing
 * Announces mail.arrived, mail.bounced
 * Start at  mail-kind.ts and mail-thread.ts (rules), then mail.actions.ts (what is done with a mail); import.actions.ts for files
 */
export { importRows, type Report } from './import.actions.ts'
export { guessMapping } from './import-mapping.ts'
export { type Taken, takeMail } from './mail.actions.ts'
export { mailArrived, mailBounced } from './mail.events.ts'
export { listeningMailbox } from './mailbox.store.ts'
export { type MailThread, rememberSent, senderOf, threadOf } from './thread.actions.ts'
