/** A workspace with an agent, a manager and a viewer, and customers who complain: what tests of cases begin with. */
import assert from 'node:assert/strict'
import { openWorld } from './world.ts'

export type CaseShown = {
  id: string
  number: number
  stage: string
  subject: string
  intent: string
  sentiment: string
  urgency: string
  dueAt: string | null
  owner: { id: string } | null
  feedback: string[]
  mergedInto: string | null
  links: { why: string }[]
  messages: {
    id: string
    direction: string
    kind: string
    text: string
    delivery: { state: string; reason: string | null; retryable: boolean } | null
  }[]
  promises: { id: string; kind: string; state: string; dueAt: string }[]
  statusPage: string
}
export type CasePageShown = { items: CaseShown[]; nextCursor: string | null }

export const COMPLAINT = '洗衣机漏水，修了三次都没修好，太差了'

export async function openCaseScene() {
  const world = await openWorld()
  const [agent, manager, viewer] = [
    await world.keyFor('agent'),
    await world.keyFor('manager'),
    await world.keyFor('viewer'),
  ]
  let counter = 0
  const call = <Body = CaseShown>(method: string, path: string, body?: unknown, key = agent) =>
    world.call<Body>(method, `/api/v1/${path}`, { key, ...(body !== undefined && { body }) })

  /** A voice of its own, understood and acted on. */
  async function say(text = COMPLAINT, more: Record<string, unknown> = {}): Promise<{ id: string; queryCode: string }> {
    counter += 1
    const sent = await call<{ id: string; queryCode: string }>('POST', 'feedback', {
      channel: 'web',
      sourceId: `scene ${counter}`,
      text,
      ...more,
    })
    assert.equal(sent.status, 201, sent.text)
    await world.settle()
    return sent.body
  }

  /** A voice and the case that it opened. */
  async function open(
    customer?: Record<string, string>,
    text = COMPLAINT,
  ): Promise<{ voice: { id: string; queryCode: string }; id: string }> {
    const voice = await say(text, customer === undefined ? {} : { customer })
    const { body } = await call<CasePageShown>('GET', `cases?feedback=${voice.id}`)
    assert.ok(body.items[0], 'there is a case')
    return { voice, id: body.items[0].id }
  }
  return { world, agent, manager, viewer, say, call, open }
}
