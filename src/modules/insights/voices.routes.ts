import { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { FeedbackPage, FeedbackQuery, FeedbackView } from '../../shared/contracts/feedback.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { familyOf } from '../customers/index.ts'
import { noSuchFeedback } from '../feedback/index.ts'
import { allCategories, familyOfCategory } from '../understanding/index.ts'
import { listVoices } from './voices.actions.ts'
import { voiceView } from './voices.store.ts'

const getVoices = route({
  method: 'GET',
  path: '/api/v1/feedback',
  who: can('feedback:read'),
  summary: 'Feedback, newest first; by words, channel, time, category, sentiment, intent, customer.',
  query: FeedbackQuery,
  reply: FeedbackPage,
  async run({ query, db }) {
    const { category, customer, cursor, ...rest } = query
    const [at, id] = readCursor(cursor, 2) ?? []
    const before = at === undefined || id === undefined ? null : { at: Number(at) as Instant, id: String(id) }
    const categories = category === undefined ? undefined : await categoriesWith(db, category)
    const customers = customer === undefined ? undefined : await familyOf(db, customer)
    const { items, next } = await listVoices(db, { ...rest, categories, customers, before })
    return { items, nextCursor: next === null ? null : cursorOf([next.at, next.id]) }
  },
})

async function categoriesWith(db: Db, category: string): Promise<string[]> {
  const nodes = (await allCategories(db)).map(({ id, parentId, retiredAt, mergedInto }) => ({
    id,
    parentId,
    retired: retiredAt !== null,
    mergedInto,
  }))
  return familyOfCategory(nodes, category)
}

const getVoice = route({
  method: 'GET',
  path: '/api/v1/feedback/:feedbackId',
  who: can('feedback:read'),
  summary: 'One feedback with what was understood of it and the cases that answer it.',
  params: z.object({ feedbackId }),
  reply: FeedbackView,
  async run({ params, db }) {
    const view = await voiceView(db, params.feedbackId)
    if (view === null) throw noSuchFeedback()
    return view
  },
})

export const voiceRoutes: readonly Route[] = [getVoices, getVoice]
