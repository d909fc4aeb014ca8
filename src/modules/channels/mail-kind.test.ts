import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindOfMail } from './mail-kind.ts'

describe('kindOfMail', () => {
  const cases: [name: string, headers: Record<string, string>, from: string | null, hasReport: boolean, kind: string][] = [
    ['a person', {}, 'li@example.com', false, 'person'],
    ['a person whose program says so', { 'auto-submitted': 'no' }, 'li@example.com', false, 'person'],
    ['an out-of-office note', { 'auto-submitted': 'auto-replied' }, 'li@example.com', false, 'auto-reply'],
    ['an old out-of-office note', { 'x-autoreply': 'yes' }, 'li@example.com', false, 'auto-reply'],
    ['a newsletter', { 'list-unsubscribe': '<mailto:x@example.com>' }, 'news@example.com', false, 'bulk'],
    ['a mailing list', { precedence: 'bulk' }, 'news@example.com', false, 'bulk'],
    ['a no-reply sender', {}, 'no-reply@example.com', false, 'auto-reply'],
    ['not every name with reply in it', {}, 'replyking@example.com', false, 'person'],
    ['a delivery report', {}, 'MAILER-DAEMON@example.com', true, 'bounce'],
    ['an empty envelope sender', { 'return-path': '<>' }, 'x@example.com', false, 'bounce'],
  ]
  for (const [name, headers, from, hasReport, kind] of cases) {
    it(`knows ${name}`, () => assert.equal(kindOfMail({ headers, from, hasReport }), kind))
  }
})
