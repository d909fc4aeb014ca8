import { z } from 'zod'
import { can, type Page, page, type Route, route } from '../../platform/http/route.ts'
import {
  Board,
  ChangeImprovement,
  Improvement,
  ImprovementPage,
  ImprovementQuery,
  LinkedVoicePage,
  LinkedVoices,
  LinkVoices,
  MoveStage,
  NewImprovement,
  PlanChoices,
  StepPage,
  VoiceImprovements,
} from '../../shared/contracts/improvements.ts'
import { feedbackId, improvementId, Paging } from '../../shared/contracts/values.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { improvementLines } from './export.actions.ts'
import { changeImprovement, createImprovement, moveStage } from './improvement.actions.ts'
import { linkVoices, unlinkVoice } from './link.actions.ts'
import { improvementsOf } from './link.store.ts'
import { board, improvementPage, improvementView, planChoices, stepPage, voicePage } from './reading.actions.ts'

const params = z.object({ improvementId })

const getImprovements = route({
  method: 'GET',
  path: '/api/v1/improvements',
  who: can('improvement:read'),
  summary: 'Improvements, newest first.',
  query: ImprovementQuery,
  reply: ImprovementPage,
  run: ({ query, db, user }) => improvementPage(db, query, user.locale),
})

const getBoard = route({
  method: 'GET',
  path: '/api/v1/improvements/board',
  who: can('improvement:read'),
  summary: 'Improvements by stage, the most urgent first; each column holds its 100 newest.',
  reply: Board,
  run: ({ db, user }) => board(db, user.locale),
})

const getChoices = route({
  method: 'GET',
  path: '/api/v1/improvements/choices',
  who: can('improvement:read'),
  summary: 'What an improvement and its plan may be made of: categories, surveys, products, owners.',
  reply: PlanChoices,
  run: ({ db, user }) => planChoices(db, user.locale),
})

const postImprovement = route({
  method: 'POST',
  path: '/api/v1/improvements',
  who: can('improvement:change'),
  summary: 'Make an improvement, with the voices named and those of a case linked to it.',
  body: NewImprovement,
  reply: Improvement,
  status: 201,
  async run({ body, user, db, now }) {
    const { id } = await createImprovement(db, { ...body, by: user.id, now })
    return await improvementView(db, id, user.locale)
  },
})

const getImprovement = route({
  method: 'GET',
  path: '/api/v1/improvements/:improvementId',
  who: can('improvement:read'),
  summary: 'One improvement, with its priority explained.',
  params,
  reply: Improvement,
  run: ({ params, db, user }) => improvementView(db, params.improvementId, user.locale),
})

const patchImprovement = route({
  method: 'PATCH',
  path: '/api/v1/improvements/:improvementId',
  who: can('improvement:change'),
  summary: 'Change what is given and leave the rest.',
  params,
  body: ChangeImprovement,
  reply: Improvement,
  async run({ params, body, user, db, now }) {
    await changeImprovement(db, params.improvementId, body, { by: user.id, now })
    return await improvementView(db, params.improvementId, user.locale)
  },
})

const putStage = route({
  method: 'PUT',
  path: '/api/v1/improvements/:improvementId/stage',
  who: can('improvement:change'),
  summary:
    'Move an improvement. Nothing ships without a frozen verification plan; verified is decided by its result alone.',
  params,
  body: MoveStage,
  reply: Improvement,
  async run({ params, body, user, db, now }) {
    await moveStage(db, { ...params, ...body, by: user.id, now })
    return await improvementView(db, params.improvementId, user.locale)
  },
})

const getSteps = route({
  method: 'GET',
  path: '/api/v1/improvements/:improvementId/steps',
  who: can('improvement:read'),
  summary: 'What happened to an improvement, newest first.',
  params,
  query: Paging,
  reply: StepPage,
  run: ({ params, query, db }) => stepPage(db, params.improvementId, query),
})

const getVoices = route({
  method: 'GET',
  path: '/api/v1/improvements/:improvementId/feedback',
  who: can('improvement:read'),
  summary: 'The voices an improvement answers, last linked first.',
  params,
  query: Paging,
  reply: LinkedVoicePage,
  run: ({ params, query, db }) => voicePage(db, params.improvementId, query),
})

const postVoices = route({
  method: 'POST',
  path: '/api/v1/improvements/:improvementId/feedback',
  who: can('improvement:change'),
  summary: 'Link up to 1,000 voices. Those linked after shipping are told at once.',
  params,
  body: LinkVoices,
  reply: LinkedVoices,
  run: ({ params, body, user, db, now }) => linkVoices(db, { ...params, ...body, by: user.id, now }),
})

const deleteVoice = route({
  method: 'DELETE',
  path: '/api/v1/improvements/:improvementId/feedback/:feedbackId',
  who: can('improvement:change'),
  summary: 'Take a voice away from an improvement.',
  params: z.object({ improvementId, feedbackId }),
  run: ({ params, user, db, now }) => unlinkVoice(db, { ...params, by: user.id, now }),
})

const getOfVoice = route({
  method: 'GET',
  path: '/api/v1/feedback/:feedbackId/improvements',
  who: can('improvement:read'),
  summary: 'The improvements a voice is linked to.',
  params: z.object({ feedbackId }),
  reply: VoiceImprovements,
  async run({ params, db }) {
    if (!(await feedbackExists(db, params.feedbackId))) throw noSuchFeedback()
    return { items: await improvementsOf(db, params.feedbackId) }
  },
})

export const improvementRoutes: readonly Route[] = [
  getImprovements,
  getBoard,
  getChoices,
  postImprovement,
  getImprovement,
  patchImprovement,
  putStage,
  getSteps,
  getVoices,
  postVoices,
  deleteVoice,
  getOfVoice,
]

export const improvementPages: readonly Page[] = [
  page({
    method: 'GET',
    path: '/api/v1/exports/improvements.csv',
    who: can('improvement:read'),
    async run({ database, user }) {
      if (user === null) throw new Error('a page for those signed in was asked for by nobody')
      const lines = ReadableStream.from(improvementLines(database.in(user.workspaceId), user.locale))
      return new Response(lines.pipeThrough(new TextEncoderStream()), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'cache-control': 'no-store',
          'content-disposition': 'attachment; filename="improvements.csv"',
        },
      })
    },
  }),
]
