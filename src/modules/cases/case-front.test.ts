/** What customers send and see: their mail, and their own pages. */
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type CasePageShown, type CaseShown, COMPLAINT, openCaseScene } from '../../../tests/case-scene.ts'
import { emit } from '../../platform/jobs/define.ts'
import { uuidOf } from '../../shared/ids/public-id.ts'
import { mailArrived } from '../channels/index.ts'

type Item = CaseShown
type Page = CasePageShown

const { world, agent, say, call, open } = await openCaseScene()
after(() => world.close())

const read = async (id: string): Promise<Item> => (await call('GET', `cases/${id}`)).body

describe('mail', () => {
  it('of the customer joins the conversation; a machine’s stops nothing', async () => {
    const { voice, id } = await open({ email: 'thread@example.com' })
    await call('POST', `cases/${id}/replies`, { text: '请发照片', wait: true })
    const arrive = (messageId: string, text: string, auto: boolean) =>
      world.db.transaction((tx) =>
        emit(tx, mailArrived, {
          feedbackId: uuidOf('fb', voice.id) ?? '',
          messageId,
          from: 'thread@example.com',
          text,
          attachments: [],
          auto,
          at: world.clock.now(),
        }),
      )
    await arrive('<auto@x>', '我在休假', true)
    await world.settle()
    assert.equal((await read(id)).stage, 'waiting')
    await arrive('<one@x>', '照片来了', false)
    await arrive('<one@x>', '照片来了', false)
    await world.settle()
    const shown = await read(id)
    assert.equal(shown.stage, 'working')
    assert.deepEqual(
      shown.messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
      ['我在休假', '照片来了'],
    )
  })

  it('that failed says why and can be sent again, once', async () => {
    const { id } = await open({ email: 'fails@example.com' })
    await world.runJob('mail.send')
    const ack = (await read(id)).messages[0]
    assert.equal(ack?.delivery?.state, 'failed')
    assert.equal(typeof ack?.delivery?.reason, 'string')
    const again = await call<{ delivery: { state: string } }>('POST', `cases/${id}/messages/${ack?.id}/retry`)
    assert.equal(again.body.delivery.state, 'queued', again.text)
    assert.equal((await call('POST', `cases/${id}/messages/${ack?.id}/retry`)).status, 409)
  })
})

describe('the status page', () => {
  const form = (path: string, fields: Record<string, string>) =>
    world.call('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  it('shows stage, promise and messages to whoever has the code, however it is typed, and never notes', async () => {
    const { voice, id } = await open(undefined, `${COMPLAINT}<b onclick="x">`)
    await call('POST', `cases/${id}/replies`, { text: '内部备注勿外传', internal: true })
    await call('POST', `cases/${id}/replies`, { text: '明天上门' })
    const page = await world.call('GET', `/track/${voice.queryCode.toLowerCase().replaceAll('-', '')}`, {
      headers: { 'accept-language': 'zh-CN' },
    })
    assert.equal(page.status, 200)
    assert.match(page.text, /有人正在处理/)
    assert.match(page.text, /我们会在 .{3,20} 前给出处理结果/)
    assert.match(page.text, /明天上门/)
    assert.doesNotMatch(page.text, /内部备注/)
    assert.doesNotMatch(page.text, /<b onclick/)
    assert.match(page.text, /&lt;b onclick/)
    const english = await world.call('GET', `/track/${voice.queryCode}`, { headers: { 'accept-language': 'en-GB' } })
    assert.match(english.text, /Someone is working on it/)
    assert.equal((await world.call('GET', '/track/AAAA-AAAA-AAAA')).status, 404)
    assert.equal(
      (await world.call('GET', `/track?code=${voice.queryCode.toLowerCase()}`)).headers.get('location'),
      `/track/${voice.queryCode}`,
    )
    assert.equal((await world.call('GET', '/track')).status, 200)
  })

  it('hands out the files of what the customer may read, to whoever has the code, and no others', async () => {
    const { voice, id } = await open()
    const upload = async (name: string) =>
      (
        await world.call<{ id: string }>('POST', `/api/v1/files?name=${encodeURIComponent(name)}`, {
          key: agent,
          body: name,
          headers: { 'content-type': 'text/plain' },
        })
      ).body.id
    const [ours, inner] = [await upload('发票.txt'), await upload('内部.txt')]
    await call('POST', `cases/${id}/replies`, { text: '发票在附件里', attachments: [ours] })
    await call('POST', `cases/${id}/replies`, { text: '核对过了', attachments: [inner], internal: true })
    const { text } = await world.call('GET', `/track/${voice.queryCode}`)
    assert.match(text, new RegExp(`href="/track/${voice.queryCode}/files/${ours}"[^>]*>发票.txt`))
    const file = await world.call('GET', `/track/${voice.queryCode}/files/${ours}`)
    assert.deepEqual([file.status, file.text], [200, '发票.txt'])
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
    assert.equal((await world.call('GET', `/track/${voice.queryCode}/files/${inner}`)).status, 404)
    const other = await open()
    assert.equal((await world.call('GET', `/track/${other.voice.queryCode}/files/${ours}`)).status, 404)
  })

  it('takes an answer once, and opens a case where none was', async () => {
    const voice = await say('非常满意，师傅很专业，赞')
    assert.match((await world.call('GET', `/track/${voice.queryCode}`)).text, /已收到/)
    const fields = { text: '对了，发票还没收到', once: 'abc' }
    const sent = await Promise.all([form(`/track/${voice.queryCode}`, fields), form(`/track/${voice.queryCode}`, fields)])
    assert.deepEqual(
      sent.map(({ status }) => status),
      [303, 303],
    )
    const { body } = await call<Page>('GET', `cases?feedback=${voice.id}`)
    assert.equal(body.items.length, 1)
    const shown = await read(body.items[0]?.id ?? '')
    assert.deepEqual(
      shown.messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
      ['对了，发票还没收到'],
    )
  })

  it('asks those without an address whether it is solved', async () => {
    const { voice, id } = await open()
    await call('PUT', `cases/${id}/resolution`, { outcome: 'resolved', note: '修好了' })
    assert.match((await world.call('GET', `/track/${voice.queryCode}`)).text, /问题解决了吗/)
    assert.equal((await form(`/track/${voice.queryCode}`, { answer: 'yes' })).headers.get('location'), `/track/${voice.queryCode}?done=yes`)
    assert.equal((await read(id)).stage, 'verified')
  })

  it('a link that is none is told so', async () => {
    assert.equal((await world.call('GET', '/check/nothing')).status, 404)
    assert.equal((await form('/check/nothing', { answer: 'yes' })).status, 404)
  })
})
