import { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  NewSurvey,
  SaveDraft,
  Survey,
  SurveyAddress,
  SurveyPage,
  SurveyQuery,
  TemplateList,
} from '../../shared/contracts/surveys.ts'
import { surveyId } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { createSurvey, moveSurvey, publishSurvey, removeSurvey, saveDraft, turnSurvey } from './survey.actions.ts'
import { noSuchSurvey } from './survey.refusals.ts'
import { answeredOf, surveyItems, surveyRow, versionRow } from './survey.store.ts'
import { TEMPLATES } from './templates/all.ts'

const params = z.object({ surveyId })
const read = can('survey:read')
const change = can('survey:change')

async function viewOf(db: Db, id: string, publicUrl: string): Promise<z.output<typeof Survey>> {
  const survey = await surveyRow(db, id)
  if (survey === null) throw noSuchSurvey()
  const [answered, version] = await Promise.all([answeredOf(db, id), versionRow(db, id, survey.version)])
  return {
    ...survey,
    ...answered,
    url: `${publicUrl}/s/${survey.slug}`,
    published: version?.definition ?? null,
    publishedAt: version?.publishedAt ?? null,
  }
}

const getSurveys = route({
  method: 'GET',
  path: '/api/v1/surveys',
  who: read,
  summary: 'Surveys, newest first, with how many have answered.',
  query: SurveyQuery,
  reply: SurveyPage,
  async run({ query, db }) {
    const [at, id] = readCursor(query.cursor, 2) ?? []
    const after = at === undefined || id === undefined ? null : { at: Number(at) as Instant, id: String(id) }
    const found = await surveyItems(db, { state: query.state }, after, query.limit + 1)
    const items = found.slice(0, query.limit)
    const last = items.at(-1)
    const nextCursor = found.length > query.limit && last !== undefined ? cursorOf([last.createdAt, last.id]) : null
    return { items, nextCursor }
  },
})

const getTemplates = route({
  method: 'GET',
  path: '/api/v1/surveys/templates',
  who: read,
  summary: 'What a survey can be begun with.',
  reply: TemplateList,
  async run() {
    const items = TEMPLATES.map(({ key, about, definition }) => ({
      key,
      about,
      title: definition.title,
      kinds: definition.questions.map(({ kind }) => kind),
    }))
    return { items }
  },
})

const postSurvey = route({
  method: 'POST',
  path: '/api/v1/surveys',
  who: change,
  summary: 'Make a survey from a template; it stays a draft until it is published.',
  body: NewSurvey,
  reply: Survey,
  status: 201,
  async run({ body, db, user, now, tools }) {
    const id = await createSurvey(db, body, { by: user.id, now })
    return await viewOf(db, id, tools.publicUrl)
  },
})

const getSurvey = route({
  method: 'GET',
  path: '/api/v1/surveys/:surveyId',
  who: read,
  summary: 'One survey: its draft, and what is being asked.',
  params,
  reply: Survey,
  run: ({ params, db, tools }) => viewOf(db, params.surveyId, tools.publicUrl),
})

const putSurvey = route({
  method: 'PUT',
  path: '/api/v1/surveys/:surveyId',
  who: change,
  summary: 'Save the draft. 409 when it was changed since `changedAt`.',
  params,
  body: SaveDraft,
  reply: Survey,
  async run({ params, body, db, now, tools }) {
    await saveDraft(db, params.surveyId, body, now)
    return await viewOf(db, params.surveyId, tools.publicUrl)
  },
})

const deleteSurvey = route({
  method: 'DELETE',
  path: '/api/v1/surveys/:surveyId',
  who: change,
  summary: 'Remove a survey that nobody has answered.',
  params,
  run: ({ params, db, user, now }) => removeSurvey(db, params.surveyId, { by: user.id, now }),
})

const putAddress = route({
  method: 'PUT',
  path: '/api/v1/surveys/:surveyId/address',
  who: change,
  summary: 'Change the word in the link. The old link ends.',
  params,
  body: SurveyAddress,
  reply: Survey,
  async run({ params, body, db, user, now, tools }) {
    await moveSurvey(db, params.surveyId, body.slug, { by: user.id, now })
    return await viewOf(db, params.surveyId, tools.publicUrl)
  },
})

const postPublication = route({
  method: 'POST',
  path: '/api/v1/surveys/:surveyId/publication',
  who: change,
  summary: 'Freeze the draft as the next version and open the survey.',
  params,
  reply: Survey,
  async run({ params, db, user, now, tools }) {
    await publishSurvey(db, params.surveyId, { by: user.id, now })
    return await viewOf(db, params.surveyId, tools.publicUrl)
  },
})

const putClosure = route({
  method: 'PUT',
  path: '/api/v1/surveys/:surveyId/closure',
  who: change,
  summary: 'Close the survey: it takes no more answers.',
  params,
  reply: Survey,
  async run({ params, db, user, now, tools }) {
    await turnSurvey(db, params.surveyId, 'closed', { by: user.id, now })
    return await viewOf(db, params.surveyId, tools.publicUrl)
  },
})

const deleteClosure = route({
  method: 'DELETE',
  path: '/api/v1/surveys/:surveyId/closure',
  who: change,
  summary: 'Open a closed survey again.',
  params,
  reply: Survey,
  async run({ params, db, user, now, tools }) {
    await turnSurvey(db, params.surveyId, 'open', { by: user.id, now })
    return await viewOf(db, params.surveyId, tools.publicUrl)
  },
})

export const surveyRoutes: Route[] = [
  getSurveys,
  getTemplates,
  postSurvey,
  getSurvey,
  putSurvey,
  deleteSurvey,
  putAddress,
  postPublication,
  putClosure,
  deleteClosure,
]
