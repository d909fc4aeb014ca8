/** How notices go out on the real database: into the thread of a mail, to a long list, never to those erased. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { z } from 'zod'
import { openWorld, type World } from '../../../tests/world.ts'
import type { Improvement } from '../../shared/contracts/improvements.ts'
import type { NoticePage } from '../../shared/contracts/notices.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant, instant, isoOf } from '../../shared/time/instant.ts'

type Notices = z.input<typeof NoticePage>
type Problem = { code: string }

describe('an improvement', () => {
  let world: World
  let key: string

  const call = <Body>(method: string, path: string, body?: unknown) =>
    world.call<Body>(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) })
  const say = async (items: readonly object[]): Promise<string[]> => {
    const ids: string[] = []
    for (let from = 0; from < items.length; from += 500) {
      const { body } = await call<{ results: { id: string }[] }>('POST', '/feedback/batch', { items: items.slice(from, from + 500) })
      ids.push(...body.results.map(({ id }) => id))
    }
    return ids
  }
  const make = async (body: object) => (await call<z.input<typeof Improvement>>('POST', '/improvements', body)).body
  const ship = async (id: string) => {
    const at = (days: number) => isoOf((world.clock.now() + days * DAY) as Instant)
    const windows = { before: { from: at(-28), to: at(0) }, after: { from: at(0), to: at(28) } }
    const frozen = await call('PUT', `/improvements/${id}/verification`, {
      metric: { kind: 'mean-score', score: 'csat' },
      better: 'higher',
      ...windows,
    })
    assert.equal(frozen.status, 200, frozen.text)
    for (const stage of ['accepted', 'building', 'shipped']) {
      const moved = await call('PUT', `/improvements/${id}/stage`, { stage })
      assert.equal(moved.status, 200, moved.text)
    }
    await world.settle()
  }

  before(async () => {
    world = await openWorld({ now: instant('2026-06-01T02:00:00Z') })
    key = await world.keyFor('manager')
    await world.settle()
  })
  after(() => world.close())

  describe('whose voices came by mail', () => {
    it('is told of in the thread they began, never to those erased', async () => {
      const [mailed, gone] = await say([
        {
          channel: 'email',
          text: '发票一直没收到',
          facts: { subject: '发票', from: 'li@example.com' },
          customer: { email: 'li@example.com', name: '李' },
        },
        { channel: 'web', text: '发票抬头写错了', customer: { externalId: 'gone', email: 'gone@example.com', name: '走了的人' } },
      ])
      await world.settle()
      const { rows } = await world.database.owner.query<{ id: string; customer_id: string }>(
        `SELECT id, customer_id FROM feedback WHERE text = '发票一直没收到' OR text = '发票抬头写错了' ORDER BY text`,
      )
      const mail = rows.find(({ id }) => publicIdOf('fb', id) === mailed)
      await world.database.owner.query(
        `INSERT INTO mail_threads (workspace_id, message_id, feedback_id, direction, seen_at) VALUES ($1, '<a@b>', $2, 'in', now())`,
        [world.workspaceId, mail?.id],
      )
      const { id } = await make({
        title: '发票自动补发',
        feedbackIds: [mailed, gone],
        notice: '{{customer.name}}：你说“{{said}}”，现在 {{title}} 了。',
      })
      const lost = rows.find(({ id }) => publicIdOf('fb', id) === gone)
      const owner = await world.keyFor('owner')
      const erased = await world.call('DELETE', `/api/v1/customers/${publicIdOf('cust', lost?.customer_id ?? '')}`, { key: owner })
      assert.equal(erased.status, 200, erased.text)
      await ship(id)
      const sent = await world.database.owner.query(
        `SELECT recipient, subject, text, html, headers FROM mails WHERE subject = 'Re: 发票' AND dedupe LIKE 'notice %'`,
      )
      assert.equal(sent.rows.length, 1)
      const [{ recipient, text, html, headers }] = sent.rows
      assert.equal(recipient, 'li@example.com')
      assert.match(text, /^李：你说“发票一直没收到”，现在 发票自动补发 了。/)
      assert.match(html, />李：你说“发票一直没收到”，现在 发票自动补发 了。</)
      assert.deepEqual([headers['In-Reply-To'], headers['Auto-Submitted']], ['<a@b>', 'auto-generated'])
      assert.equal((await call<Notices>('GET', `/improvements/${id}/notices`)).body.told, 1)
    })

    it('stands once in the conversation of their case, and on the status page beside it', async () => {
      const [first, second] = await say(
        ['退款还没到账，太慢了', '退款又等了一周，太差了'].map((text) => ({
          channel: 'web',
          text,
          customer: { email: 'zhao@example.com' },
        })),
      )
      await world.settle()
      const { id } = await make({ title: '退款三天到账', feedbackIds: [first, second] })
      await ship(id)
      type Shown = { messages: { kind: string; text: string; delivery: { by: string; state: string } }[]; statusPage: string }
      const { items } = (await call<{ items: { id: string }[] }>('GET', `/cases?feedback=${first}`)).body
      const shown = (await call<Shown>('GET', `/cases/${items[0]?.id}`)).body
      const told = shown.messages.filter(({ kind }) => kind === 'notice')
      assert.deepEqual(
        told.map(({ delivery }) => [delivery.by, delivery.state]),
        [['email', 'queued']],
      )
      const page = await world.call('GET', new URL(shown.statusPage).pathname)
      assert.equal(page.text.split('退款三天到账').length - 1, (told[0]?.text.split('退款三天到账').length ?? 0) - 1, 'read once there')
    })

    it('is told to a long list in parts, everyone once', async () => {
      const many = await say(Array.from({ length: 510 }, (_, n) => ({ channel: 'web', text: `第 ${n} 位`, quiet: true })))
      const { id } = await make({ title: '很多人说过', feedbackIds: many })
      await ship(id)
      const { body } = await call<Notices>('GET', `/improvements/${id}/notices`)
      assert.deepEqual([body.told, body.recipients], [510, 510])
    })

    it('refuses a notice with a place that does not exist', async () => {
      const refused = await call<Problem>('POST', '/improvements', { title: 'x', notice: '{{customer.nmae}}' })
      assert.deepEqual([refused.status, refused.body.code], [422, 'notice.unknown-place'])
    })
  })
})
