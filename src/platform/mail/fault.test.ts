import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { faultOf, faultOfAnswer } from './fault.ts'

/** As the servers of large providers answer, and as delivery reports repeat it. */
describe('faultOfAnswer', () => {
  const cases: [text: string, fault: string][] = [
    ['550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown', 'no-such-address'],
    ['550-5.1.1 The email account that you tried to reach does not exist.', 'no-such-address'],
    ['550 Mailbox not found. https://service.mail.qq.com/detail/122/168', 'no-such-address'],
    ['550 User not found: gone@163.com', 'no-such-address'],
    ['5.1.10 RESOLVER.ADR.RecipientNotFound', 'no-such-address'],
    ['5.4.4 [internal] no mail server for domain', 'no-such-domain'],
    ['552-5.2.2 The email account that you tried to reach is over quota', 'mailbox-full'],
    ['452 4.2.2 Mailbox full', 'mailbox-full'],
    ['550 5.7.1 Message rejected as spam by Content Filtering.', 'spam'],
    ['554 DT:SPM 163 smtp5, please see http://mail.163.com/help', 'spam'],
    ['550 5.7.26 Unauthenticated email is not accepted: SPF did not pass', 'spam'],
    ['552 5.3.4 Message size exceeds fixed limit', 'too-large'],
    ['553 5.1.8 Sender address rejected', 'sender-refused'],
    ['421 4.7.0 Try again later, closing connection', 'busy'],
    ['554 Transaction failed at 5.1.2.3', 'rejected'],
    ['5.0.0 something else', 'rejected'],
  ]
  for (const [text, fault] of cases) it(text, () => assert.equal(faultOfAnswer({ reply: Number.parseInt(text, 10), text }), fault))
})

describe('faultOf', () => {
  const cases: [message: string, more: object, fault: string][] = [
    ['getaddrinfo ENOTFOUND mail.nowhere', { code: 'EDNS' }, 'unknown-host'],
    ['getaddrinfo ENOTFOUND mail.nowhere', { code: 'ENOTFOUND' }, 'unknown-host'],
    ['connect ECONNREFUSED 127.0.0.1:25', { code: 'ESOCKET' }, 'connection-refused'],
    ['connect ECONNREFUSED 127.0.0.1:143', { code: 'ECONNREFUSED' }, 'connection-refused'],
    ['Greeting never received', { code: 'ETIMEDOUT' }, 'no-answer'],
    ['Failed to receive greeting', { code: 'GREETING_TIMEOUT' }, 'no-answer'],
    ['Connection closed', {}, 'closed'],
    ['Unexpected close', { code: 'ClosedAfterConnectTLS' }, 'closed'],
    ['40:error:0A00010B:SSL routines:tls:wrong version number', { code: 'ESOCKET' }, 'wrong-security'],
    ['40:error:0A00010B:SSL routines:tls:wrong version number', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'wrong-security'],
    ['self-signed certificate', { code: 'ESOCKET' }, 'certificate'],
    ['certificate has expired', { code: 'CERT_HAS_EXPIRED' }, 'certificate'],
    ["Hostname/IP does not match certificate's altnames", { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate'],
    ['Invalid login: 535 bad', { code: 'EAUTH', responseCode: 535, response: '535 bad' }, 'sign-in'],
    ['Command failed', { authenticationFailed: true, responseText: 'LOGIN failed' }, 'sign-in'],
    ['Mail command failed', { responseCode: 550, response: '550 not you', command: 'MAIL FROM' }, 'sender-refused'],
    ['cannot be unsealed', {}, 'other'],
  ]
  for (const [message, more, fault] of cases)
    it(`${fault}: ${message}`, () => assert.equal(faultOf(Object.assign(new Error(message), more)).fault, fault))

  it('keeps what the server said, in one line', () => {
    assert.equal(faultOf(Object.assign(new Error('Command failed'), { responseText: 'LOGIN\r\n failed' })).said, 'LOGIN failed')
    assert.equal(faultOf('odd').said, 'odd')
  })
})
