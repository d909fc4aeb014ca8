import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/ids.ts'
import { parseMail } from '../../platform/mail/parse.ts'
import { rememberSent, takeMail, threadOf } from './index.ts'

const MAILBOX = { id: '0190a000-0000-7000-8000-000000000001', address: 'service@hexiu.example' }

type Parts = { id: string; from?: string; subject?: string; text?: string; headers?: string[] }

const source = ({
  id,
  from = 'Li Lei <li@example.com>',
  subject = '洗衣机漏水',
  text = '昨天刚装好就漏水了,怎么办?',
  headers = [],
}: Parts) =>
  Buffer.from(
    [
      `Message-ID: <${id}>`,
      `From: ${from}`,
      'To: service@hexiu.example',
      `Subject: ${subject}`,
      'Date: Mon, 02 Mar 2026 09:59:00 +0800',
      'Content-Type: text/plain; charset=utf-8',
      ...headers,
      '',
      text,
    ].join('\r\n'),
  )

describe('takeMail', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const take = async (parts: Parts) => {
    const mail = await parseMail(source(parts))
    assert.ok(mail)
    return await world.db.transaction((tx) => takeMail(tx, MAILBOX, mail, world.clock.now()))
  }
  const feedback = () =>
    world.db.many<{ id: string; text: string; source_id: string }>(sql`SELECT id, text, source_id FROM feedback ORDER BY received_at, id`)
  const arrived = async () =>
    (
      await world.db.many<{ payload: { text: string; auto: boolean; feedbackId: string } }>(
        sql`SELECT payload FROM outbox WHERE name = 'mail.arrived' ORDER BY id`,
      )
    ).map(({ payload }) => payload)

  it('makes a first mail one feedback, however often it is read', async () => {
    assert.equal(await take({ id: 'a@example.com' }), 'feedback')
    assert.equal(await take({ id: 'a@example.com' }), 'known')
    const all = await feedback()
    assert.equal(all.length, 1)
    assert.equal(all[0]?.text, '洗衣机漏水\n昨天刚装好就漏水了,怎么办?')
    const customers = await world.db.many<{ name: string; value: string }>(
      sql`SELECT c.name, i.value FROM customers c JOIN identities i ON i.customer_id = c.id`,
    )
    assert.deepEqual(customers, [{ name: 'Li Lei', value: 'li@example.com' }])
  })

  it('makes an answer a message of its conversation, and knows it by header or by subject', async () => {
    world.clock.advance(60_000)
    const [first] = await feedback()
    const feedbackId = first?.id ?? ''
    await world.db.transaction((tx) => rememberSent(tx, { messageId: '<ours-1@localhost>', feedbackId, at: world.clock.now() }))
    world.clock.advance(60_000)
    assert.equal(
      await take({
        id: 'b@example.com',
        subject: 'Re: 洗衣机漏水',
        headers: ['In-Reply-To: <ours-1@localhost>'],
        text: '还在漏\n\n在 2026年3月2日,客服 写道:\n> 请关水',
      }),
      'message',
    )
    world.clock.advance(60_000)
    assert.equal(await take({ id: 'c@example.com', subject: '回复：洗衣机漏水', text: '请尽快' }), 'message')
    assert.equal((await feedback()).length, 1)
    assert.deepEqual(
      (await arrived()).map(({ text, auto }) => [text, auto]),
      [
        ['还在漏', false],
        ['请尽快', false],
      ],
    )
    const thread = await threadOf(world.db, feedbackId)
    assert.equal(thread?.subject, '洗衣机漏水')
    assert.equal(thread?.inReplyTo, '<c@example.com>')
    assert.equal(thread?.references, '<a@example.com> <ours-1@localhost> <b@example.com> <c@example.com>')
  })

  it('keeps an auto-reply in its conversation and makes none a voice', async () => {
    const before = (await arrived()).length
    assert.equal(
      await take({
        id: 'd@example.com',
        subject: '自动回复',
        headers: ['Auto-Submitted: auto-replied', 'In-Reply-To: <ours-1@localhost>'],
        text: '我在休假',
      }),
      'message',
    )
    assert.equal((await arrived())[before]?.auto, true)
    assert.equal(
      await take({ id: 'e@example.com', from: 'news@example.org', subject: '优惠', headers: ['List-Unsubscribe: <mailto:x@example.org>'] }),
      'ignored',
    )
    assert.equal((await feedback()).length, 1)
  })

  it('loses no mail for what it is made of: a photo alone, or more emoji than are kept', async () => {
    const photo = ['From: photo@example.com', 'Content-Type: image/jpeg; name="IMG_1.jpg"', 'Content-Disposition: attachment', '', 'x']
    const mails = [Buffer.from(photo.join('\r\n')), source({ id: 'many@example.com', from: 'many@example.com', text: '😀'.repeat(15_000) })]
    const before = (await feedback()).length
    for (const each of mails) {
      const mail = await parseMail(each)
      assert.ok(mail)
      world.clock.advance(1_000)
      assert.equal(await world.db.transaction((tx) => takeMail(tx, MAILBOX, mail, world.clock.now())), 'feedback')
    }
    const [alone, many] = (await feedback()).slice(before)
    assert.equal(alone?.text, 'IMG_1.jpg')
    assert.ok(many?.text.isWellFormed())
  })

  describe('a report on our own mail', () => {
    const reports: [action: string, status: string, diagnostic: string, taken: string, state: string, reason: string | null][] = [
      ['delivered', '2.0.0', '', 'receipt', 'delivered', null],
      ['relayed', '2.0.0', '', 'ignored', 'sent', null],
      ['delayed', '4.4.1', 'smtp; 451 4.4.1 no answer from host', 'ignored', 'sent', null],
      ['failed', '5.1.1', 'smtp; 550 5.1.1 no such user', 'bounce', 'failed', '5.1.1 550 5.1.1 no such user'],
    ]
    for (const [action, status, diagnostic, taken, state, reason] of reports) {
      it(`that it was ${action}: the mail is ${state}`, async () => {
        const mailId = newId(world.clock.now())
        await world.db.run(sql`
          INSERT INTO mails (id, dedupe, recipient, subject, text, message_id, state, created_at) VALUES
          (${mailId}, ${action}, 'gone@example.com', 's', 't', ${`<${action}@localhost>`}, 'sent', now())`)
        const report = [
          `Message-ID: <report-${action}@example.net>`,
          'From: MAILER-DAEMON@example.net',
          'To: service@hexiu.example',
          'Subject: Mail Delivery Status',
          'MIME-Version: 1.0',
          'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
          '',
          '--x',
          'Content-Type: text/plain',
          '',
          'What became of your mail.',
          '--x',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.example.net',
          '',
          'Final-Recipient: rfc822; gone@example.com',
          `Action: ${action}`,
          `Status: ${status}`,
          ...(diagnostic === '' ? [] : [`Diagnostic-Code: ${diagnostic}`]),
          '',
          '--x',
          'Content-Type: text/rfc822-headers',
          '',
          `Message-ID: <${action}@localhost>`,
          'To: gone@example.com',
          '',
          '--x--',
        ].join('\r\n')
        const mail = await parseMail(Buffer.from(report))
        assert.ok(mail)
        const take = () => world.db.transaction((tx) => takeMail(tx, MAILBOX, mail, world.clock.now()))
        assert.equal(await take(), taken)
        const row = await world.db.one<{ state: string; reason: string | null }>(sql`SELECT state, reason FROM mails WHERE id = ${mailId}`)
        assert.deepEqual(row, { state, reason })
        if (taken !== 'ignored') assert.equal(await take(), 'known')
      })
    }
  })

  describe('whatever the mail', () => {
    const HEAD = 'From: Wang <wang@example.com>\r\n'
    const nested = Array.from({ length: 2000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')
    const hostile: Record<string, string> = {
      nothing: '',
      'bytes of zero': '\0\0\0',
      'no heads': '\r\n\r\nhello',
      'a charset of another planet': `${HEAD}Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe坏`,
      'parts in parts in parts': `${HEAD}${nested}Content-Type: text/plain\r\n\r\nhi`,
      'a head of two megabytes': `${HEAD}Subject: ${'x'.repeat(2e6)}\r\n\r\nhi`,
      'heads without end': `${HEAD}${'X-A: b\r\n'.repeat(200_000)}\r\nhi`,
      'references without end': `${HEAD}References: ${'<a@b> '.repeat(100_000)}\r\n\r\n引用很多`,
      'a Message-ID too long to be looked up': `${HEAD}Message-ID: <${'x'.repeat(5_000)}@b>\r\n\r\n编号很长`,
      'zeros and half characters everywhere': `From: "Li\0" <li\0@example.com>\r\nMessage-ID: <a\0b@c>\r\nIn-Reply-To: <d\0e@f>\r\nReferences: <g\0h@i>\r\nSubject: a\0b${'😀'.repeat(400)}\r\n\r\nx\0y\xed\xa0\x80`,
      'HTML too deep for a page': `${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}deep words`,
      'HTML with scripts and pictures from elsewhere': `${HEAD}Content-Type: text/html\r\n\r\n<script>alert(1)</script><img src=http://evil.example/x onerror=a><p>hello</p>`,
      'heads by the names of prototypes': `${HEAD}__proto__: x\r\nconstructor: y\r\n\r\nproto`,
    }
    for (const [name, text] of Object.entries(hostile)) {
      it(`${name} is taken or left, never in the way`, async () => {
        const mail = await parseMail(Buffer.from(text))
        if (mail === null) return
        await world.db.transaction((tx) => takeMail(tx, MAILBOX, mail, world.clock.now()))
        await world.settle()
      })
    }
    it('keeps the words of HTML that is no page, and runs none of any', async () => {
      const said = (await feedback()).map(({ text }) => text).join('\n')
      assert.match(said, /deep words/)
      assert.match(said, /hello/)
      assert.doesNotMatch(said, /alert\(1\)|<img|evil/)
    })
  })
})
