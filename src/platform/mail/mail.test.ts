/** The queue against a real SMTP peer on this machine. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { openWorld, type World } from '../../../tests/world.ts'
import { DAY, HOUR, instant, MINUTE, plus } from '../../shared/time/instant.ts'
import { sql } from '../db/db.ts'
import { runJob } from '../jobs/schedule.ts'
import { checkHeaders, isAddress, oneLine } from './address.ts'
import { queueMail, retryMail, takeDue } from './mail.store.ts'
import { isFinal, MOST_TRIES, nextTry } from './pace.ts'
import { mailJob } from './send.jobs.ts'
import { addressOf } from './transport.ts'

type Peer = { url: string; got: string[]; answers: (to: string) => Error | null; server: SMTPServer }

/** A server that takes mail; `answers` may refuse a recipient. */
async function openPeer(): Promise<Peer> {
  const peer: Omit<Peer, 'url' | 'server'> = { got: [], answers: () => null }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(peer.answers(address)),
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        peer.got.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(peer, { url: `smtp://127.0.0.1:${port}`, server })
}

let peer: Peer
let world: World
before(async () => {
  peer = await openPeer()
  world = await openWorld({ smtpUrl: peer.url })
})
after(async () => {
  await world.close()
  await new Promise<void>((resolve) => peer.server.close(resolve))
})

let made = 0
const queue = (over: Partial<Parameters<typeof queueMail>[1]> = {}) => {
  made += 1
  return queueMail(world.db, {
    dedupe: `mail ${made}`,
    to: `c${made}@example.com`,
    subject: '你的反馈已收到',
    text: '编号 8F3K-27。',
    now: world.clock.now(),
    ...over,
  })
}
const send = () => world.runJob('mail.send')
const row = async (id: string) =>
  await world.db.one<{ state: string; attempts: number; reason: string | null; nextAt: number | null }>(
    sql`SELECT state, attempts, reason, next_at AS "nextAt" FROM mails WHERE id = ${id}`,
  )
const news = async (name: string, id: string) =>
  (await world.database.owner.query(`SELECT FROM outbox WHERE name = $1 AND payload->>'mailId' = $2`, [name, id])).rowCount

describe('the mail queue', () => {
  it('sends a mail once, as it was written', async () => {
    const { mailId, messageId } = await queue({
      to: 'wang@example.com',
      subject: '回复：洗衣机\r\nBcc: all@example.com',
      html: '<p>编号</p>',
      headers: { 'In-Reply-To': '<a@b>', 'Auto-Submitted': 'auto-replied' },
    })
    await send()
    await send()
    const mail = await simpleParser(peer.got.at(-1) ?? '')
    assert.equal(peer.got.length, 1)
    assert.deepEqual(
      [mail.messageId, mail.subject, mail.text?.trim(), mail.inReplyTo],
      [messageId, '回复：洗衣机 Bcc: all@example.com', '编号 8F3K-27。', '<a@b>'],
    )
    assert.equal(mail.bcc, undefined)
    assert.deepEqual(mail.from?.value, [{ name: 'main', address: 'no-reply@localhost' }])
    assert.equal(mail.date?.getTime(), world.clock.now())
    assert.equal(mail.headers.get('auto-submitted'), 'auto-replied')
    assert.equal((await row(mailId)).state, 'sent')
    assert.equal(await news('mail.sent', mailId), 1)
  })

  it('queues once for one cause', async () => {
    const first = await queue({ dedupe: 'same' })
    const second = await queue({ dedupe: 'same', subject: 'other' })
    assert.deepEqual(second, { ...first, added: false })
  })

  it('queues nothing when the transaction of its cause fails', async () => {
    const before = made
    await assert.rejects(
      world.db.transaction(async (tx) => {
        await queueMail(tx, { dedupe: 'undone', to: 'x@example.com', subject: '', text: '', now: world.clock.now() })
        throw new Error('undone')
      }),
      /undone/,
    )
    assert.equal(await world.db.maybe(sql`SELECT id FROM mails WHERE dedupe = 'undone'`), null)
    assert.equal(made, before)
  })

  it('sends files with it', async () => {
    const id = '01890000-0000-7000-8000-0000000000aa'
    await world.db.run(sql`INSERT INTO attachments (id, name, content_type, size, sha256, bytes, created_at)
      VALUES (${id}, '发票.txt', 'text/plain', 6, 'x', ${Buffer.from('金额')}, now())`)
    const { messageId } = await queue({ attachments: [id] })
    await send()
    // Several leave at once; which arrives last is chance.
    const mail = await simpleParser(peer.got.find((raw) => raw.includes(messageId)) ?? '')
    assert.deepEqual(
      mail.attachments.map(({ filename, content }) => [filename, content.toString()]),
      [['发票.txt', '金额']],
    )
  })

  it('gives a refused address up at once, says why, and sends it again when asked', async () => {
    const { mailId } = await queue({ to: 'gone@example.com' })
    peer.answers = (to) => (to.startsWith('gone@') ? Object.assign(new Error('no such user here'), { responseCode: 550 }) : null)
    await send()
    const refused = await row(mailId)
    assert.deepEqual([refused.state, refused.attempts], ['failed', 1])
    assert.match(refused.reason ?? '', /no such user here/)
    assert.equal(await news('mail.failed', mailId), 1)

    peer.answers = () => null
    assert.equal(await retryMail(world.db, mailId, world.clock.now()), true)
    assert.equal(await retryMail(world.db, mailId, world.clock.now()), false)
    await send()
    assert.equal((await row(mailId)).state, 'sent')
  })

  it('tries again later when the server is busy, and gives up after a day', async () => {
    const { mailId } = await queue({ to: 'busy@example.com' })
    peer.answers = () => Object.assign(new Error('try later'), { responseCode: 451 })
    const started = world.clock.now()
    await send()
    const first = await row(mailId)
    assert.deepEqual([first.state, first.nextAt], ['queued', plus(started, 30_000)])
    await send()
    assert.equal((await row(mailId)).attempts, 1, 'not before its time')
    for (let tries = 0; tries < 50 && (await row(mailId)).state !== 'failed'; tries += 1) {
      world.clock.set(instant(new Date((await row(mailId)).nextAt ?? 0).toISOString()))
      await send()
    }
    peer.answers = () => null
    assert.equal((await row(mailId)).state, 'failed')
    const took = world.clock.now() - started
    assert.ok(took > 20 * HOUR && took < 26 * HOUR, `${took / HOUR} h`)
  })

  it('whose sender was killed after taking it goes out once more, under the same Message-ID', async () => {
    const { mailId, messageId } = await queue()
    const before = peer.got.length
    const [taken] = await takeDue(world.db, world.clock.now(), plus(world.clock.now(), 5 * MINUTE), 5)
    assert.equal(taken?.id, mailId)
    await send()
    assert.equal(peer.got.length, before, 'held by the one who took it')
    world.clock.advance(5 * MINUTE)
    await send()
    assert.equal(peer.got.length, before + 1)
    assert.equal((await simpleParser(peer.got.at(-1) ?? '')).messageId, messageId)
    assert.equal((await row(mailId)).state, 'sent')
  })

  it('whose sender was killed after the server took it is the same mail to the other side', async () => {
    const { mailId, messageId } = await queue()
    const before = peer.got.length
    // The server says yes and the worker dies before it can write that down: the row stays held.
    await send()
    await world.db.run(
      sql`UPDATE mails SET state = 'sending', sent_at = NULL, next_at = ${new Date(world.clock.now() + 5 * MINUTE).toISOString()}::timestamptz WHERE id = ${mailId}`,
    )
    world.clock.advance(5 * MINUTE)
    await send()
    const ids = await Promise.all(peer.got.slice(before).map(async (raw) => (await simpleParser(raw)).messageId))
    assert.deepEqual(ids, [messageId, messageId])
    assert.equal((await row(mailId)).state, 'sent')
  })

  it('is taken by one of several workers only', async () => {
    const before = peer.got.length
    for (let i = 0; i < 20; i += 1) await queue()
    const now = world.clock.now()
    const takes = await Promise.all(Array.from({ length: 4 }, () => takeDue(world.db, now, plus(now, MINUTE), 10)))
    const ids = takes.flat().map(({ id }) => id)
    assert.deepEqual([ids.length, new Set(ids).size], [20, 20])
    world.clock.advance(MINUTE)
    await send()
    assert.equal(peer.got.length, before + 20)
  })

  it('goes out by the mailbox it belongs to', async () => {
    const other = await openPeer()
    const mailboxId = '01890000-0000-7000-8000-0000000000bb'
    await queue({ mailboxId })
    const { port } = new URL(other.url)
    const job = mailJob(async (_db, id) =>
      id === mailboxId
        ? {
            host: '127.0.0.1',
            port: Number(port),
            secure: false,
            user: '',
            password: '',
            from: { name: '客服', address: 'service@example.com' },
          }
        : null,
    )
    await runJob(job, world.database, world.tools)
    const mail = await simpleParser(other.got[0] ?? '')
    assert.deepEqual(mail.from?.value, [{ name: '客服', address: 'service@example.com' }])
    await new Promise<void>((resolve) => other.server.close(resolve))
  })

  it('a mailbox that cannot be opened holds up no other', async () => {
    const stuck = await queue({ mailboxId: '01890000-0000-7000-8000-0000000000cc' })
    const fine = await queue()
    await runJob(
      mailJob(async () => {
        throw new Error('cannot be unsealed')
      }),
      world.database,
      world.tools,
    )
    assert.deepEqual([(await row(stuck.mailId)).state, (await row(stuck.mailId)).reason], ['queued', 'cannot be unsealed'])
    assert.equal((await row(fine.mailId)).state, 'sent')
  })

  it('says when no server is set up', async () => {
    const bare = { ...world.tools, smtpUrl: null }
    const { mailId } = await queue()
    await runJob(mailJob(), world.database, bare)
    assert.deepEqual([(await row(mailId)).state, (await row(mailId)).reason], ['failed', 'no mail server is set up'])
  })
})

describe('what may stand in a head', () => {
  const bad = [{ Subject: 'x' }, { 'X-A': 'a\r\nBcc: b' }, { 'X A': 'b' }, { 'X-A:': 'b' }, { bcc: 'x@example.com' }, { 'X-A': 'a\u2028b' }]
  for (const headers of bad)
    it(`not ${JSON.stringify(headers)}`, () => assert.throws(() => checkHeaders(headers as Record<string, string>), RangeError))
  it('lists of ids', () => checkHeaders({ References: '<a@b> <c@d>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }))
  for (const to of ['a@b\nc', 'a b@c', '<a@b>', 'a@b,c@d', '', '@b', `${'a'.repeat(65)}@b`])
    it(`no address: ${JSON.stringify(to)}`, () => assert.equal(isAddress(to), false))
  for (const to of ['a@b', '张三@例子.中国', "o'neil+tag@x.example"]) it(`an address: ${to}`, () => assert.equal(isAddress(to), true))
  it('one line', () => assert.equal(oneLine(' a\r\n b\u0000c '), 'a  b c'))
})

describe('the pace', () => {
  it('doubles from 30 s to 4 h and ends after a day', () => {
    const now = instant('2026-03-02T00:00:00Z')
    let sum = 0
    for (let tries = 1; tries < MOST_TRIES; tries += 1) sum += (nextTry(tries, now) ?? now) - now
    assert.ok(sum > 20 * HOUR && sum <= DAY + HOUR)
    assert.equal(nextTry(MOST_TRIES, now), null)
    assert.equal(nextTry(1, now), plus(now, 30_000))
  })
  const cases = [
    { trouble: { responseCode: 550 }, final: true },
    { trouble: { responseCode: 451 }, final: false },
    { trouble: { code: 'EAUTH', responseCode: 535 }, final: false },
    { trouble: { code: 'ECONNECTION' }, final: false },
    { trouble: {}, final: false },
  ]
  for (const { trouble, final } of cases) it(JSON.stringify(trouble), () => assert.equal(isFinal(trouble), final))
  it('takes the sender from the server’s user, else from our own name', () => {
    assert.equal(addressOf('smtp://a%40b.example:pw@smtp.b.example', 'https://hx.example'), 'a@b.example')
    assert.equal(addressOf('smtp://apikey:pw@smtp.b.example', 'https://hx.example'), 'no-reply@hx.example')
  })
})
