import { z } from 'zod'
import { hashOf } from '../../platform/auth/seal.ts'
import { Refusal } from '../../platform/errors.ts'
import { can, type Route, route, type User } from '../../platform/http/route.ts'
import { misfitsOf } from '../../platform/http/shapes.ts'
import {
  BatchReceived,
  type BatchResult,
  NewFeedback,
  NewFeedbackBatch,
  Received,
  SetAside,
  SetAsideView,
} from '../../shared/contracts/feedback.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { doesNotFit, noSuchFeedback } from './feedback.refusals.ts'
import { setAsideOf } from './feedback.store.ts'
import { type Outcome, receiveFeedback, receiveFeedbackIn } from './receive.actions.ts'
import type { Incoming } from './row.ts'
import { restore, setAsideByHand } from './set-aside.actions.ts'

const BATCH_BYTES = 32 * 1024 * 1024

/** What staff write down for a customer says who wrote it. */
const entered = (item: NewFeedback, user: User): Incoming =>
  user.kind === 'person' ? { ...item, facts: { ...item.facts, enteredBy: publicIdOf('person', user.id) } } : item

const postFeedback = route({
  method: 'POST',
  path: '/api/v1/feedback',
  who: can('feedback:add'),
  summary:
    'Send one feedback; answered once it is durable. The same Idempotency-Key, or channel and sourceId, gives the first answer again.',
  body: NewFeedback,
  reply: Received,
  status: 201,
  ownIdempotency: true,
  async run({ body, user, database, now, origin, status }) {
    const key = origin.header('idempotency-key')
    const request = key === undefined ? undefined : { person: user.id, key, hash: hashOf(JSON.stringify(body)) }
    const [outcome] = await receiveFeedback(database, user.workspaceId, [entered(body, user)], { now }, request)
    if (outcome === undefined) throw new Error('a feedback got no outcome')
    if (outcome.status === 'refused') throw outcome.refusal
    if (outcome.status === 'already') status(200)
    const { id, receivedAt, queryCode } = outcome
    return { id, receivedAt, queryCode }
  },
})

const postBatch = route({
  method: 'POST',
  path: '/api/v1/feedback/batch',
  who: can('feedback:add'),
  summary: 'Send up to 1,000 feedbacks; each is added, known already, or refused by itself.',
  body: NewFeedbackBatch,
  reply: BatchReceived,
  bodyLimit: BATCH_BYTES,
  async run({ body, user, db, database, now, origin }) {
    const read = body.items.map(readItem)
    const items = read
      .filter((item): item is NewFeedback => !(item instanceof Refusal))
      .map((item) => entered(item, user))
    const isKeyed = origin.header('idempotency-key') !== undefined
    // With a key the voices commit with the answer that is kept for it; without one they take the faster way.
    const receive = () =>
      isKeyed ? receiveFeedbackIn(db, items, { now }) : receiveFeedback(database, user.workspaceId, items, { now })
    const outcomes = items.length === 0 ? [] : await receive()
    let next = 0
    return {
      results: read.map((item) =>
        resultOf(item instanceof Refusal ? { status: 'refused', refusal: item } : outcomes[next++]),
      ),
    }
  },
})

function readItem(item: unknown): NewFeedback | Refusal {
  const read = NewFeedback.safeParse(item)
  return read.success ? read.data : doesNotFit(misfitsOf(read.error, item).slice(0, 20))
}

function resultOf(outcome: Outcome | undefined): BatchResult {
  if (outcome === undefined) throw new Error('an item of a batch got no outcome')
  if (outcome.status !== 'refused') return outcome
  const { code, message, errors } = outcome.refusal
  return { status: 'refused', error: { code, detail: message, errors: [...errors] } }
}

const putSetAside = route({
  method: 'PUT',
  path: '/api/v1/feedback/:feedbackId/set-aside',
  who: can('feedback:set-aside'),
  summary: 'Put a feedback aside, as spam or the like. It is not deleted.',
  params: z.object({ feedbackId }),
  body: SetAside,
  reply: SetAsideView,
  async run({ params, body, user, db, now }) {
    await setAsideByHand(db, { ...params, ...body, by: user.id, at: now })
    const aside = await setAsideOf(db, params.feedbackId)
    if (aside === null) throw noSuchFeedback()
    return { feedback: params.feedbackId, ...aside }
  },
})

const deleteSetAside = route({
  method: 'DELETE',
  path: '/api/v1/feedback/:feedbackId/set-aside',
  who: can('feedback:set-aside'),
  summary: 'Restore a feedback that was put aside.',
  params: z.object({ feedbackId }),
  async run({ params, user, db, now }) {
    await restore(db, { ...params, by: user.id, at: now })
  },
})

export const feedbackRoutes: readonly Route[] = [postFeedback, postBatch, putSetAside, deleteSetAside]
