/** A mail as plain data: decoded, its HTML turned into text, nothing of it trusted. */
import { createHash } from 'node:crypto'
import { type AddressObject, type Headers, simpleParser } from 'mailparser'
import type { Instant } from '../../shared/time/instant.ts'

export type MailFile = { name: string; contentType: string; bytes: Uint8Array }

/** What a delivery report says of one of our mails. @source RFC 3464 */
export type Delivery = { action: string; status: string; recipient: string; diagnostic: string; about: string | null }

export type IncomingMail = {
  messageId: string
  inReplyTo: string | null
  references: string[]
  from: { address: string; name: string } | null
  to: string[]
  subject: string
  text: string
  date: Instant | null
  /** Header names in lower case; several of one name are joined by a line break. */
  headers: Record<string, string>
  files: MailFile[]
  delivery: Delivery | null
}

const MOST_FILES = 20

/** Delivery reports stay apart from the text, to be read by machine. */
const READING = { keepDeliveryStatus: true, skipImageLinks: true, maxHtmlLengthToParse: 2_000_000 }

export async function parseMail(source: Buffer): Promise<IncomingMail> {
  const parsed = await simpleParser(source, READING)
  const headers = headersOf(parsed.headers)
  const report = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  const original = parsed.attachments.find(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(contentType),
  )
  const references = typeof parsed.references === 'string' ? [parsed.references] : (parsed.references ?? [])
  const text = (parsed.text ?? '').replaceAll('\u0000', '').slice(0, 200_000)
  return {
    messageId: parsed.messageId ?? `<${createHash('sha256').update(source).digest('hex')}@no-message-id>`,
    inReplyTo: parsed.inReplyTo ?? null,
    references: references.slice(-40),
    from: senderOf(parsed.from),
    to: [...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
    subject: (parsed.subject ?? '').replaceAll('\u0000', '').slice(0, 500),
    text,
    date: parsed.date === undefined || Number.isNaN(parsed.date.getTime()) ? null : (parsed.date.getTime() as Instant),
    headers,
    files: parsed.attachments
      .filter((part) => part !== report && part !== original && !part.related)
      .slice(0, MOST_FILES)
      .map((part) => ({ name: part.filename ?? 'file', contentType: part.contentType, bytes: part.content })),
    delivery:
      report === undefined
        ? null
        : deliveryOf(report.content.toString('utf8'), original?.content.toString('utf8') ?? '', text),
  }
}

function headersOf(headers: Headers): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of headers) flat[name] = typeof value === 'string' ? value : JSON.stringify(value)
  return flat
}

const addressesOf = (list: AddressObject | AddressObject[] | undefined): string[] =>
  (list === undefined ? [] : Array.isArray(list) ? list : [list]).flatMap(({ value }) =>
    value.flatMap(({ address }) => (address ? [address.toLowerCase()] : [])),
  )

function senderOf(from: AddressObject | undefined): IncomingMail['from'] {
  const first = from?.value[0]
  return first?.address ? { address: first.address.toLowerCase(), name: first.name.slice(0, 120) } : null
}

/** Reads the machine part of a delivery report, and which mail it speaks of. */
export function deliveryOf(report: string, original: string, text: string): Delivery {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.{0,500})`, 'im').exec(report)?.[1]?.trim() ?? ''
  const about = /^message-id:\s*(<[^>\s]{1,300}>)/im.exec(original) ?? /message-id:\s*(<[^>\s]{1,300}>)/i.exec(text)
  return {
    action: field('Action').toLowerCase(),
    status: field('Status'),
    recipient: field('Final-Recipient')
      .replace(/^rfc822;\s*/i, '')
      .toLowerCase(),
    diagnostic: field('Diagnostic-Code').replace(/^smtp;\s*/i, ''),
    about: about?.[1] ?? null,
  }
}
