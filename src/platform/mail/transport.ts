/** The way out: one SMTP server, and who the mail is from. */
import type { Transporter } from 'nodemailer'
import { MINUTE, SECOND } from '../../shared/time/instant.ts'
import type { Db } from '../db/db.ts'
import type { Tools } from '../tools.ts'
import { isAddress, oneLine } from './address.ts'
import { attachedFiles, type DueMail, houseSender } from './mail.store.ts'
import type { SmtpAccess } from './smtp.ts'

/** The server by its address (`smtp://user:password@host:port`, with parameters as nodemailer takes them) or its parts. */
export type Sender = ({ url: string } | SmtpAccess) & {
  from: { name: string; address: string }
  /** Where answers go, when not to `from`. */
  replyTo?: string | undefined
}

export type Letterbox = {
  /** @throws Error of the server or of the way to it, with its `responseCode` */
  send(db: Db, mail: DueMail): Promise<void>
  close(): void
}

/** The installation's own server under the workspace's name; null when HX_SMTP_URL is not set. */
export async function houseTransport(db: Db, tools: Pick<Tools, 'smtpUrl' | 'publicUrl'>): Promise<Sender | null> {
  if (tools.smtpUrl === null) return null
  const { name, address } = await houseSender(db)
  return {
    url: tools.smtpUrl,
    from: { name: oneLine(name), address: address ?? addressOf(tools.smtpUrl, tools.publicUrl) },
  }
}

/** The user of the SMTP server when that is an address, else an address at the installation's own name. */
export function addressOf(smtpUrl: string, publicUrl: string): string {
  const user = decodeURIComponent(new URL(smtpUrl).username)
  return isAddress(user) ? user : `no-reply@${new URL(publicUrl).hostname}`
}

const LIMITS = {
  connectionTimeout: 15 * SECOND,
  greetingTimeout: 15 * SECOND,
  socketTimeout: MINUTE,
  dnsTimeout: 10 * SECOND,
}

const partsOf = ({ host, port, secure, user, password }: SmtpAccess) => ({
  host,
  port,
  secure,
  ...(user !== '' && { auth: { user, pass: password } }),
})

/**
 * Asks for word of what becomes of a mail, of servers that give it; it comes back to the mailbox, which we read.
 *
 * @source RFC 3461
 */
const receiptFor = ({ id, to }: DueMail): object => ({
  id,
  return: 'headers',
  notify: ['success', 'failure', 'delay'],
  recipient: `rfc822;${to}`,
})

/** Opens connections as they are needed; `close` ends them. */
export async function openLetterbox(sender: Sender): Promise<Letterbox> {
  const { createTransport } = await import('nodemailer')
  const transport: Transporter = createTransport({
    ...('url' in sender ? { url: sender.url } : partsOf(sender)),
    pool: true,
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...LIMITS,
  })
  return {
    async send(db, mail) {
      const files = mail.attachments.length === 0 ? [] : await attachedFiles(db, mail.attachments)
      await transport.sendMail({
        from: sender.from,
        ...(sender.replyTo !== undefined && { replyTo: sender.replyTo }),
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        ...(mail.html !== null && { html: mail.html }),
        messageId: mail.messageId,
        date: new Date(mail.createdAt),
        headers: mail.headers,
        ...(mail.mailboxId !== null && { dsn: receiptFor(mail) }),
        attachments: files.map(({ name, contentType, bytes }) => ({
          filename: oneLine(name),
          contentType,
          content: bytes,
        })),
      })
    },
    close: () => transport.close(),
  }
}
