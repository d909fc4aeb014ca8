import { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import { can, type Page, page, type Route, route } from '../../platform/http/route.ts'
import { fitting } from '../../platform/http/shapes.ts'
import { ResponsePage, ResponseQuery, Results, ResultsQuery } from '../../shared/contracts/surveys.ts'
import { surveyId } from '../../shared/contracts/values.ts'
import { publicIdOf, uuidOf } from '../../shared/ids/public-id.ts'
import { isText } from '../../shared/questions/question.ts'
import { BYTE_ORDER_MARK } from '../../shared/text/csv-line.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { responseRows } from './response.store.ts'
import { csvHead, csvOf } from './response-csv.ts'
import { answerCounts, answererCounts, newestWords, responsesPerDay, responseTotals } from './result.store.ts'
import { everyDay, figureOf, questionsEver } from './results.ts'
import { noSuchSurvey } from './survey.refusals.ts'
import { surveyRow, versionsOf } from './survey.store.ts'

const params = z.object({ surveyId })
const read = can('survey:read')
const WORDS_SHOWN = 20
const CSV_STEP = 500
const DAYS_SHOWN = 60

async function askedEver(db: Db, id: string) {
  if ((await surveyRow(db, id)) === null) throw noSuchSurvey()
  return questionsEver((await versionsOf(db, id)).map(({ definition }) => definition.questions))
}

const getResults = route({
  method: 'GET',
  path: '/api/v1/surveys/:surveyId/results',
  who: read,
  summary: 'What every question says, over all versions: counts, shares with 95 % intervals, scores.',
  params,
  query: ResultsQuery,
  reply: Results,
  async run({ params: { surveyId: id }, query, db }) {
    const asked = await askedEver(db, id)
    const wordy = asked.filter(({ question }) => isText(question) || ('other' in question && question.other))
    const keys = [...new Set(wordy.map(({ question }) => question.key))]
    const [totals, days, counts, answerers, words] = await Promise.all([
      responseTotals(db, id, query),
      responsesPerDay(db, id, query),
      answerCounts(db, id, query),
      answererCounts(db, id, query),
      newestWords(db, id, keys, query, WORDS_SHOWN),
    ])
    const questions = asked.map(({ question, retired }) => {
      const { key, kind } = question
      const own = counts.filter((count) => count.question === key && count.kind === kind)
      const n = answerers.find((each) => each.question === key && each.kind === kind)?.n ?? 0
      const texts = words.filter((each) => each.question === key && each.kind === kind)
      return {
        key,
        kind,
        asked: question,
        retired,
        ...figureOf(question, n, own),
        texts: texts.map(({ text, feedbackId, answeredAt }) => ({ text, feedback: feedbackId, answeredAt })),
      }
    })
    return { ...totals, days: everyDay(days, DAYS_SHOWN), questions }
  },
})

const getResponses = route({
  method: 'GET',
  path: '/api/v1/surveys/:surveyId/responses',
  who: read,
  summary: 'Responses with their answers, newest first; narrowed to those behind one figure.',
  params,
  query: ResponseQuery,
  reply: ResponsePage,
  async run({ params: { surveyId: id }, query, db }) {
    if ((await surveyRow(db, id)) === null) throw noSuchSurvey()
    const [at, last] = readCursor(query.cursor, 2) ?? []
    const after = at === undefined || last === undefined ? null : { at: Number(at) as Instant, id: String(last) }
    const found = await responseRows(db, id, query, after, query.limit + 1)
    const items = found.slice(0, query.limit)
    const end = items.at(-1)
    return {
      items: items.map(({ feedbackId, ...item }) => ({ ...item, feedback: feedbackId })),
      nextCursor: found.length > query.limit && end !== undefined ? cursorOf([end.answeredAt, end.id]) : null,
    }
  },
})

/** Written while it is read from the database, page by page, so that a million responses need no memory. */
const getCsv = page({
  method: 'GET',
  path: '/api/v1/surveys/:surveyId/responses.csv',
  who: read,
  async run({ params, query, database, user, now, origin }) {
    const id = uuidOf('survey', params.surveyId ?? '')
    if (id === null || user === null) throw noSuchSurvey()
    const db = database.in(user.workspaceId)
    const survey = await surveyRow(db, id)
    if (survey === null) throw noSuchSurvey()
    const asked = (await askedEver(db, id)).map(({ question }) => question)
    const window = fitting(ResultsQuery, Object.fromEntries(query), 'query')
    const what = { subject: publicIdOf('survey', id), facts: { named: survey.title } }
    await audit(db, { by: user.id, now, action: 'survey.exported', ...what, address: origin.address })

    const lines = async function* () {
      yield BYTE_ORDER_MARK + csvHead(asked, user.locale)
      let after: { at: Instant; id: string } | null = null
      for (;;) {
        const rows = await responseRows(db, id, window, after, CSV_STEP)
        yield rows
          .map((row) => ({
            ...row,
            id: publicIdOf('resp', row.id),
            feedbackId: row.feedbackId && publicIdOf('fb', row.feedbackId),
          }))
          .map((row) => csvOf(row, asked, user.locale))
          .join('')
        const last = rows.at(-1)
        if (last === undefined || rows.length < CSV_STEP) return
        after = { at: last.answeredAt, id: last.id }
      }
    }
    const stream = ReadableStream.from(lines()).pipeThrough(new TextEncoderStream())
    return new Response(stream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${publicIdOf('survey', id)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})

export const responseRoutes: Route[] = [getResults, getResponses]
export const responsePages: Page[] = [getCsv]
