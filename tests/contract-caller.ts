/** What the tests of the contract share: a world, one who calls its API, and the shapes outsiders see. */
import assert from 'node:assert/strict'
import { openWorld } from './world.ts'

export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors?: { path: string; message: string }[]
}
export type Received = { id: string; receivedAt: string; queryCode: string }
export type PromiseShown = { kind: string; dueAt: string; keptAt?: string; brokenAt?: string }
export type CaseShown = { id: string; stage: string; promises: PromiseShown[]; feedback: string[] }

export const F = '/api/v1/feedback'

export type Caller = Awaited<ReturnType<typeof openCaller>>

/** A world with its owner's key, and what callers do most. */
export async function openCaller() {
  const world = await openWorld()
  const key = await world.keyFor('owner')
  return {
    world,
    key,
    close: () => world.close(),

    /** Sends a voice, lets everything happen that follows, and gives its id. */
    async said(text: string, more: Record<string, unknown> = {}, by = key): Promise<Received> {
      const answer = await world.call<Received>('POST', F, { key: by, body: { channel: 'web', text, ...more } })
      assert.equal(answer.status, 201, answer.text)
      await world.settle()
      return answer.body
    },

    async casesOf(feedback: string, by = key): Promise<CaseShown[]> {
      const { body } = await world.call<{ items: CaseShown[] }>('GET', `/api/v1/cases?feedback=${feedback}`, {
        key: by,
      })
      return body.items
    },

    /** The owner's key of a workspace of its own, made ready by the real listeners. */
    async another(slug: string): Promise<string> {
      const id = await world.addWorkspace(slug)
      await world.settle()
      return await world.keyFor('owner', id)
    },
  }
}
