/** A mail as plain data: decoded, its HTML turned into text, nothing of it trusted. */
import { createHash } from 'node:crypto'
import type { AddressObject, Headers, ParsedMail, SimpleParserOptions } from 'mailparser'
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

/**
 * Null where nothing can be made of it. What reads mails is loaded with the first one: most installations read none, and it
 * takes its time and memory. That it cannot be loaded says nothing of the mail, and is thrown.
 */
async function read(source: Buffer, options?: SimpleParserOptions): Promise<ParsedMail | null> {
  const { simpleParser } = await import('mailparser')
  return await simpleParser(source, options).catch(() => null)
}

const MOST_FILES = 20

/** Delivery reports stay apart from the text, to be read by machine. */
const READING = { keepDeliveryStatus: true, skipImageLinks: true, skipHtmlToText: true }
/** Smaller pictures inside a page are logos, lines and what counts readers; larger ones were put there to be seen. */
const SEEN_PICTURE = 10 * 1024
/** Longer HTML, or such that is too deep to be read as a page, is read as bare words. */
const LONGEST_HTML = 300_000
const MOST_HTML = 2_000_000
const LONGEST_TEXT = 200_000

/** Without what no database and no JSON takes. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** What stands between the tags. */
const wordsOf = (html: string): string =>
  html
    .slice(0, MOST_HTML)
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Pictures have no words, only addresses that tell who reads them; of links those stay that lead a person somewhere. */
const withoutTraps = (html: string): string =>
  html
    .replace(/<img\b[^>]{0,5000}>/gi, '')
    .replace(/\shref\s{0,9}=\s{0,9}(["'])(?!\s{0,9}(https?|mailto|tel):)[^"'>]{0,5000}\1/gi, '')

/** The page as text, read as a mail of its own. */
async function textOfPage(html: string): Promise<string> {
  if (html.length > LONGEST_HTML) return wordsOf(html)
  const page = Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${withoutTraps(html)}`)
  return (await read(page))?.text ?? wordsOf(html)
}

async function parsedOf(source: Buffer): Promise<ParsedMail | null> {
  const bare = await read(source, READING)
  // Where the heads have no end, the reader gives none at all.
  if (!bare?.headers) return null
  return bare.text || !bare.html ? bare : { ...bare, text: await textOfPage(bare.html) }
}

/** A Message-ID that can be kept and looked up; another stands in for one that is missing, too long or none. */
function messageIdOf(given: string | undefined, source: Buffer): string {
  if (given !== undefined && /^<[^<>\s\0]{1,300}>$/.test(given)) return clean(given)
  return `<${createHash('sha256')
    .update(given || source)
    .digest('hex')}@no-message-id>`
}

/** Null when it is not to be read at all: heads without end, or parts that are none. */
export async function parseMail(source: Buffer): Promise<IncomingMail | null> {
  const parsed = await parsedOf(source)
  if (parsed === null) return null
  const headers = headersOf(parsed.headers)
  const report = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  const original = parsed.attachments.find(({ contentType }) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(contentType),
  )
  const references = typeof parsed.references === 'string' ? [parsed.references] : (parsed.references ?? [])
  const text = clean((parsed.text ?? '').slice(0, LONGEST_TEXT))
  return {
    messageId: messageIdOf(parsed.messageId, source),
    inReplyTo: parsed.inReplyTo === undefined ? null : clean(parsed.inReplyTo.slice(0, 2_000)),
    references: references.slice(-40).map((reference) => clean(reference.slice(0, 320))),
    from: senderOf(parsed.from),
    to: [...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
    subject: clean((parsed.subject ?? '').slice(0, 500)),
    text,
    date: parsed.date === undefined || Number.isNaN(parsed.date.getTime()) ? null : (parsed.date.getTime() as Instant),
    headers,
    files: parsed.attachments
      .filter((part) => part !== report && part !== original && !(part.related && part.content.length < SEEN_PICTURE))
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
  return first?.address ? { address: clean(first.address.toLowerCase()), name: clean(first.name.slice(0, 120)) } : null
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
