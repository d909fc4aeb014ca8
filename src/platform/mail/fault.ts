/**
 * Why a mail or a sign-in failed, by the codes of the way to the server and of its answer; the server's own words are
 * kept beside it.
 *
 * @source RFC 5321, section 4.2 (reply codes); RFC 3463 with the IANA registry of enhanced status codes
 */
import type { MemberOf } from '../../shared/words/say.ts'

/** `mail-fault.<fault>` in the catalogue. */
export type MailFault = MemberOf<'mail-fault'>

/** What a server answered: `550 5.1.1 no such user` to a command, or the same in a delivery report. */
export type Answer = { reply?: number | undefined; text: string; command?: string | undefined }

const BY_STATUS: readonly [RegExp, MailFault][] = [
  [/^[45]\.(1\.2|4\.4)$/, 'no-such-domain'],
  [/^[45]\.(1\.[1346]|1\.10|2\.1)$/, 'no-such-address'],
  [/^[45]\.1\.[78]$/, 'sender-refused'],
  [/^[45]\.2\.2$/, 'mailbox-full'],
  [/^[45]\.(2\.3|3\.4)$/, 'too-large'],
  [/^[45]\.7\.(8|9|11)$/, 'sign-in'],
  [/^5\.7\.\d+$/, 'spam'],
  [/^4\./, 'busy'],
]

/** An enhanced status, not a piece of a number or of an IP address. */
const STATUS = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)/

/** Servers that send no enhanced status say it in words, often with the bare number 550 or 554. */
const BY_WORDS: readonly [RegExp, MailFault][] = [
  [/quota|mailbox (is )?full|over ?limit|insufficient storage|邮箱(已)?满|容量/i, 'mailbox-full'],
  [
    /spam|\bDT:SPM|blocked|blacklist|black ?list|block ?list|reputation|\b(spf|dkim|dmarc)\b|policy|垃圾邮件|拦截/i,
    'spam',
  ],
  [/too (large|big)|exceed.{0,20}size|size.{0,20}exceed|过大/i, 'too-large'],
  [
    /(no such|unknown|invalid|non-?existent).{0,24}(user|recipient|mailbox|address|account)|(user|recipient|mailbox|address|account).{0,40}(unknown|not found|not exist|unavailable|disabled)|does not exist|不存在/i,
    'no-such-address',
  ],
]

const firstOf = (table: readonly [RegExp, MailFault][], text: string): MailFault | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1]

/** What an answer of 4xx or 5xx means for us. */
export function faultOfAnswer({ reply = 0, text, command = '' }: Answer): MailFault {
  const known = firstOf(BY_STATUS, STATUS.exec(text)?.[0] ?? '')
  const isVague = known === undefined || known === 'busy' || known === 'spam'
  const fault = (isVague ? firstOf(BY_WORDS, text) : known) ?? known
  if (fault !== undefined) return fault
  if (command === 'MAIL FROM') return 'sender-refused'
  if (reply >= 400 && reply < 500) return 'busy'
  if (reply === 552) return 'mailbox-full'
  return 'rejected'
}

/** Names that Node, OpenSSL, nodemailer and imapflow give to what went wrong on the way. */
const BY_CODE: readonly [RegExp, MailFault][] = [
  [/^(ENOTFOUND|EAI_AGAIN|EDNS)$/, 'unknown-host'],
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|EHOSTUNREACH|ENETUNREACH)$/, 'no-answer'],
  [/^(ERR_SSL_\w+|EPROTO|ETLS)$/, 'wrong-security'],
  [/CERT|SIGNATURE|ISSUER/, 'certificate'],
  [/^(ECONNRESET|EPIPE|ClosedAfterConnect\w+|NoConnection|ECONNECTION)$/, 'closed'],
]

/** nodemailer writes its own code over that of Node: what is left of it stands in the message. */
const BY_MESSAGE: readonly [RegExp, MailFault][] = [
  [/ECONNREFUSED/, 'connection-refused'],
  [/EHOSTUNREACH|ENETUNREACH/, 'no-answer'],
  [/wrong version number|SSL routines/, 'wrong-security'],
  [/certificate|altnames/i, 'certificate'],
  [/ECONNRESET|EPIPE|closed/i, 'closed'],
]

type Thrown = Partial<{
  code: string
  command: string
  responseCode: number
  response: string
  responseText: string
  authenticationFailed: boolean
  reason: string
}>

/** What was thrown while talking to a mail server: its kind, and the words of the server or of the way to it. */
export function faultOf(thrown: unknown): { fault: MailFault; said: string } {
  const error: Error & Thrown = thrown instanceof Error ? thrown : new Error(String(thrown))
  const said =
    error.responseText || error.response || (/SSL routines/.test(error.message) && error.reason) || error.message
  return { fault: kindOf(error), said: said.replaceAll(/\s+/g, ' ').trim().slice(0, 300) }
}

function kindOf(error: Error & Thrown): MailFault {
  const { code = '', responseCode: reply = 0, command } = error
  if (error.authenticationFailed === true || code === 'EAUTH') return 'sign-in'
  if (reply >= 400) return faultOfAnswer({ reply, text: error.response ?? error.message, command })
  return firstOf(BY_CODE, code) ?? firstOf(BY_MESSAGE, error.message) ?? 'other'
}
