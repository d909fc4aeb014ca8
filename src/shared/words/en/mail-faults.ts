import type { WordsOf } from '../say.ts'
import type { mailFaultWords as source } from '../zh-CN/mail-faults.ts'

export const mailFaultWords = {
  'mail-fault.no-server': 'There is no mailbox to send from; an administrator can add one under Channels.',
  'mail-fault.unknown-host': 'The mail server cannot be found; its name may be mistyped.',
  'mail-fault.connection-refused':
    'The mail server refused the connection. Check the port, then whether a firewall is in the way.',
  'mail-fault.no-answer':
    'The mail server does not answer. Check that host, port and encryption belong together, then whether a firewall is in the way.',
  'mail-fault.closed':
    'The mail server closed the connection. Check that port and encryption belong together, or try again later.',
  'mail-fault.wrong-security':
    'Port and encryption do not belong together: 993 and 465 encrypt from the start; 143, 587 and 25 do not.',
  'mail-fault.certificate':
    'The certificate of the server is not trusted. Check the host name; a server of your own needs a certificate from a known authority.',
  'mail-fault.sign-in':
    'User name or password is not right. Many providers want an app password or authorisation code, and IMAP/SMTP switched on first.',
  'mail-fault.no-such-address': 'There is no such address. Check it, or reach the customer another way.',
  'mail-fault.no-such-domain': 'Nothing receives mail at the part after the @. Check the address.',
  'mail-fault.mailbox-full': 'Their mailbox is full. Send again in some days, or reach the customer another way.',
  'mail-fault.too-large': 'The mail is too large for their server. Send it with fewer or smaller files.',
  'mail-fault.spam':
    'Their server took it for spam. Reach the customer another way; if it happens often, an administrator should check SPF and DKIM of the sending domain.',
  'mail-fault.sender-refused':
    'The mail server does not allow this sender. An administrator should check that address and user name belong together.',
  'mail-fault.busy': 'Their server says that it cannot take mail just now.',
  'mail-fault.rejected': 'Their server refused this mail.',
  'mail-fault.other': 'It did not work.',
} as const satisfies WordsOf<typeof source>
