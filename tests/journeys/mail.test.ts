/**
 * One e-mail's whole way over a real mail server on this machine: it is read by IMAP, opens a case, is
 * acknowledged and answered by SMTP in its thread, the customer answers back, and the check comes home.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { simpleParser } from 'mailparser'
import { addPerson } from '../../src/modules/accounts/index.ts'
import { HOUR, MINUTE } from '../../src/shared/time/instant.ts'
import { type MailServer, PASSWORD, startMailServer } from '../peers/mail-server.ts'
import { openWorld, type World } from '../world.ts'

const OURS = 'service@hexiu.example'
const CUSTOMER = 'li.lei@customer.example'

type CaseItem = { id: string; stage: string; number: number; feedback: string[]; promises: { kind: string; keptAt?: string }[] }
type CaseView = CaseItem & {
  messages: { id: string; direction: string; kind: string; text: string; delivery: { state: string; reason: string | null } | null }[]
}

/** A header of a mail, unfolded. */
function header(source: string, name: string): string {
  const head = (source.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ')
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
}

/** Both forms of a mail of ours, as a program for mail reads them. */
async function formsOf(source: string | undefined): Promise<{ text: string; html: string }> {
  const { text, html } = await simpleParser(source ?? '')
  return { text: text ?? '', html: html === false ? '' : html }
}

const server: MailServer | null = await startMailServer()

describe('mail', { skip: server === null ? 'Dovecot is not installed: apt-get install dovecot-imapd' : false }, () => {
  const mail = server as MailServer
  let world: World
  let key = ''

  before(async () => {
    world = await openWorld({ publicUrl: 'http://localhost:7300' })
    key = await world.keyFor('owner')
    const servers = { host: '127.0.0.1', secure: false }
    const body = {
      address: OURS,
      name: '禾岫家电',
      userName: OURS,
      password: PASSWORD,
      imap: { ...servers, port: mail.imapPort },
      smtp: { ...servers, port: mail.smtpPort },
    }
    const { status, body: made } = await world.call<{ id: string }>('POST', '/api/v1/mailboxes', { key, body })
    assert.equal(status, 201)
    const { body: trial } = await world.call<{ imap: { ok: boolean }; smtp: { ok: boolean } }>(
      'POST',
      `/api/v1/mailboxes/${made.id}/trial`,
      { key },
    )
    assert.deepEqual([trial.imap.ok, trial.smtp.ok], [true, true])
  })
  after(async () => {
    await world.close()
    await mail.stop()
  })

  const write = (id: string, text: string, headers: string[] = [], subject = '洗衣机漏水') =>
    mail.deliver(
      OURS,
      [
        `Message-ID: <${id}@customer.example>`,
        `From: 李雷 <${CUSTOMER}>`,
        `To: ${OURS}`,
        `Subject: ${subject}`,
        `Date: ${new Date(world.clock.now()).toUTCString()}`,
        'Content-Type: text/plain; charset=utf-8',
        ...headers,
        '',
        text,
      ].join('\r\n'),
    )
  const readAndWork = async () => {
    await world.runJob('channels.read-mail')
    await world.settle()
  }
  const sendMail = async () => {
    await world.runJob('mail.send')
    await world.settle()
  }
  const cases = async () => (await world.call<{ items: CaseItem[] }>('GET', '/api/v1/cases', { key })).body.items
  const theCase = async () => {
    const [only, ...others] = await cases()
    assert.deepEqual(others, [])
    assert.ok(only)
    return (await world.call<CaseView>('GET', `/api/v1/cases/${only.id}`, { key })).body
  }

  it('opens one case for a mail and acknowledges it in its thread', async () => {
    write('first', '昨天刚装好的洗衣机就漏水,打电话没人接,太让人失望了')
    await readAndWork()
    await readAndWork()
    const opened = await theCase()
    assert.equal(opened.stage, 'acknowledged')
    await sendMail()
    assert.equal(mail.sent.length, 1)
    const [acknowledgement] = mail.sent
    assert.deepEqual(acknowledgement?.to, [CUSTOMER])
    assert.equal(header(acknowledgement?.source ?? '', 'In-Reply-To'), '<first@customer.example>')
    assert.equal(header(acknowledgement?.source ?? '', 'Auto-Submitted'), 'auto-replied')
    assert.match(header(acknowledgement?.source ?? '', 'Content-Type'), /^multipart\/alternative/)
    const { text, html } = await formsOf(acknowledgement?.source)
    for (const form of [text, html]) {
      assert.match(form, new RegExp(`${opened.number}`))
      assert.match(form, /http:\/\/localhost:7300\/track\//)
    }
  })

  it('sends the reply of a person, and keeps the promise by it', async () => {
    world.clock.advance(HOUR)
    const { id } = await theCase()
    const { status } = await world.call('POST', `/api/v1/cases/${id}/replies`, {
      key,
      body: { text: '李雷你好,漏水多半是进水管没有拧紧。今天 18 点前师傅上门检查,可以吗?' },
    })
    assert.equal(status, 201)
    await sendMail()
    const reply = mail.sent.at(-1)
    assert.match((await formsOf(reply?.source)).text, /师傅上门检查/)
    assert.match((await formsOf(reply?.source)).html, /师傅上门检查/)
    assert.match(header(reply?.source ?? '', 'References'), /<first@customer\.example>/)
    const after = await theCase()
    assert.ok(after.promises.find(({ kind }) => kind === 'first-answer')?.keptAt)
    assert.equal(after.messages.find(({ kind, direction }) => direction === 'out' && kind === 'message')?.delivery?.state, 'sent')
  })

  it('takes the answer as a message, not as a new voice', async () => {
    world.clock.advance(30 * MINUTE)
    const ours = header(mail.sent.at(-1)?.source ?? '', 'Message-ID')
    write('second', '可以,六点在家等\n\n在 2026年3月2日 11:00,禾岫家电 写道:\n> 李雷你好', [`In-Reply-To: ${ours}`], 'Re: 洗衣机漏水')
    await readAndWork()
    const now = await theCase()
    assert.equal(now.feedback.length, 1)
    assert.equal(now.messages.filter(({ direction }) => direction === 'in').at(-1)?.text, '可以,六点在家等')
  })

  it('asks whether it is solved, opens again at "no", and verifies at "yes"', async () => {
    const solve = async (note: string) => {
      const { id } = await theCase()
      world.clock.advance(HOUR)
      assert.equal((await world.call('PUT', `/api/v1/cases/${id}/resolution`, { key, body: { outcome: 'resolved', note } })).status, 200)
      await sendMail()
      const { text, html } = await formsOf(mail.sent.at(-1)?.source)
      const link = /http:\/\/localhost:7300(\/check\/[\w-]+)/.exec(text)?.[1]
      assert.ok(link, text)
      assert.ok(html.includes(`${link}?answer=yes`) && html.includes(`${link}?answer=no`), html)
      return link
    }
    const answer = async (link: string, said: 'yes' | 'no') => {
      const page = await world.call('GET', `${link}?answer=${said}`)
      assert.equal(page.status, 200)
      assert.match(page.text, new RegExp(`class="button" type="submit" name="answer" value="${said}"`))
      assert.equal((await theCase()).stage, 'resolved', 'a look at the page answers nothing')
      const response = await world.call('POST', link, {
        body: `answer=${said}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      assert.ok(response.status < 400, `${response.status} ${response.text.slice(0, 300)}`)
      await world.settle()
    }
    await answer(await solve('换了进水管的垫圈'), 'no')
    assert.equal((await theCase()).stage, 'working')
    await answer(await solve('换了整根进水管'), 'yes')
    assert.equal((await theCase()).stage, 'verified')
    assert.equal((await cases()).length, 1)
  })

  it('says why a mail could not be delivered, and sends it again when asked', async () => {
    const lead = { email: 'lead@example.com', name: '孟岚', password: null, role: 'manager' } as const
    await addPerson(world.db, lead, world.clock.now())
    const gone = 'gone@customer.example'
    mail.refused.add(gone)
    mail.deliver(
      OURS,
      [
        `Message-ID: <third@customer.example>`,
        `From: ${gone}`,
        `To: ${OURS}`,
        'Subject: 投诉',
        `Date: ${new Date(world.clock.now()).toUTCString()}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        '净水器滤芯又涨价了,太坑人',
      ].join('\r\n'),
    )
    await readAndWork()
    await sendMail()
    const item = (await cases()).find(({ stage }) => stage !== 'verified')
    const view = (await world.call<CaseView>('GET', `/api/v1/cases/${item?.id}`, { key })).body
    const failed = view.messages.find(({ delivery }) => delivery?.state === 'failed')
    assert.match(failed?.delivery?.reason ?? '', /no such user/)
    const told = await world.database.owner.query(`SELECT facts->>'number' AS number FROM notifications WHERE kind = 'undelivered'`)
    assert.deepEqual(told.rows, [{ number: String(view.number) }])
    mail.refused.delete(gone)
    assert.ok((await world.call('POST', `/api/v1/cases/${item?.id}/messages/${failed?.id}/retry`, { key })).status < 300)
    await sendMail()
    assert.deepEqual(mail.sent.at(-1)?.to, [gone])
  })

  it('writes to those who came by another way from the mailbox, so that what they answer is heard', async () => {
    const asker = 'asker@customer.example'
    const body = { channel: 'web', text: '请问滤芯多久换一次？', customer: { email: asker } }
    const { body: voice } = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body })
    await world.settle()
    await sendMail()
    const { source = '', to } = mail.sent.at(-1) ?? {}
    assert.deepEqual(to, [asker])
    assert.match(header(source, 'From'), new RegExp(OURS))
    assert.match((await formsOf(source)).text, /也可以直接回复/)
    write('fourth', '是前置滤芯', [`In-Reply-To: ${header(source, 'Message-ID')}`], 'Re: 已收到')
    await readAndWork()
    const asked = (await world.call<{ items: CaseItem[] }>('GET', `/api/v1/cases?feedback=${voice.id}`, { key })).body.items[0]
    const { messages } = (await world.call<CaseView>('GET', `/api/v1/cases/${asked?.id}`, { key })).body
    assert.equal(messages.at(-1)?.text, '是前置滤芯')
  })
})
