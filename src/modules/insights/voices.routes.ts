import { z } from 'zod'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { FeedbackPage, FeedbackQuery, FeedbackView } from '../../shared/contracts/feedback.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { sharedReads } from './shared-reads.ts'
import { filterFor, listVoices, showVoice, type VoicePage } from './voices.actions.ts'

/** Behind a figure of the echo rate stands a look at the promises of every case: who asks the same meanwhile shares it. */
const shared = sharedReads<VoicePage>()

const getVoices = route({
  method: 'GET',
  path: '/api/v1/feedback',
  who: can('feedback:read'),
  summary: 'Feedback, newest first; by words, channel, time, category, sentiment, intent, emotion, value, customer.',
  query: FeedbackQuery,
  reply: FeedbackPage,
  async run({ query, db, now }) {
    const { cursor, limit, ...filter } = query
    const [at, id] = readCursor(cursor, 2) ?? []
    const before = at === undefined || id === undefined ? null : { at: Number(at) as Instant, id: String(id) }
    const read = async () => listVoices(db, { ...(await filterFor(db, filter, now)), before, limit })
    const { items, next } =
      filter.echo === undefined ? await read() : await shared(`${db.workspaceId} ${JSON.stringify(query)}`, read)
    return { items, nextCursor: next === null ? null : cursorOf([next.at, next.id]) }
  },
})

const getVoice = route({
  method: 'GET',
  path: '/api/v1/feedback/:feedbackId',
  who: can('feedback:read'),
  summary: 'One feedback with what was understood of it and the cases that answer it.',
  params: z.object({ feedbackId }),
  reply: FeedbackView,
  async run({ params, db }) {
    return await showVoice(db, params.feedbackId)
  },
})

export const voiceRoutes: readonly Route[] = [getVoices, getVoice]
