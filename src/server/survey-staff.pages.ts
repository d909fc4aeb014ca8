/** What staff get of a survey's page: its preview while they make it, its link as a QR code, a poster to print. */
import QRCode from 'qrcode-svg'
import { z } from 'zod'
import { workspaceOf } from '../modules/accounts/index.ts'
import { askedRow, noSuchSurvey } from '../modules/surveys/index.ts'
import { surveyPage } from '../pages/survey-page.ts'
import { posterPage } from '../pages/survey-poster.ts'
import { can, type Page, type PageCall, page, type Route, route } from '../platform/http/route.ts'
import { SurveyDefinition } from '../shared/contracts/surveys.ts'
import { locale } from '../shared/contracts/values.ts'
import { uuidOf } from '../shared/ids/public-id.ts'
import { textIn } from '../shared/questions/question.ts'
import { scriptUrl } from './page-scripts.ts'
import { htmlOf, organisationOf, readersLocale } from './survey-answers.ts'
import { linkFacts } from './survey-input.ts'

const Preview = z.strictObject({ definition: SurveyDefinition, locale, at: z.string().max(40).default('') })

/** The page itself, made from a draft; the builder shows it in a frame that can neither keep nor send anything. */
const postPreview = route({
  method: 'POST',
  path: '/api/v1/surveys/preview',
  who: can('survey:read'),
  summary: 'The page of a draft as HTML.',
  body: Preview,
  reply: z.strictObject({ html: z.string() }),
  internal: true,
  async run({ body, db, now }) {
    const { name, logo, colour } = await workspaceOf(db)
    const html = await surveyPage({
      slug: 'preview',
      version: 0,
      definition: body.definition,
      locale: body.locale,
      organisation: { name, logoUrl: logo, colour },
      submission: 'preview',
      shownAt: now,
      facts: {},
      answers: new Map(),
      contact: '',
      wrong: new Map(),
      wrongContact: false,
      empty: false,
      script: scriptUrl('survey'),
      preview: { at: body.at },
    })
    return { html: String(html) }
  },
})

async function surveyOf({ params, database, user }: PageCall) {
  const id = uuidOf('survey', params.surveyId ?? '')
  const survey = id === null || user === null ? null : await askedRow(database.in(user.workspaceId), id)
  if (survey === null) throw noSuchSurvey()
  return survey
}

/** The link that people are given, with what it is about where the asker says so. */
function linkOf({ query, tools }: PageCall, slug: string): string {
  const facts = new URLSearchParams(linkFacts(query)).toString()
  return `${tools.publicUrl}/s/${slug}${facts === '' ? '' : `?${facts}`}`
}

/** The code of a link as SVG, at a level that still reads with a corner torn off or a stain on it. */
const qrOf = (url: string): string =>
  new QRCode({ content: url, join: true, container: 'svg-viewbox', xmlDeclaration: false, padding: 2, ecl: 'Q' }).svg()

export const surveyStaffRoutes: Route[] = [postPreview]

export const surveyStaffPages: Page[] = [
  page({
    method: 'GET',
    path: '/api/v1/surveys/:surveyId/qr.svg',
    who: can('survey:read'),
    async run(call) {
      const { slug } = await surveyOf(call)
      const headers = {
        'content-type': 'image/svg+xml',
        'cache-control': 'no-store',
        'content-disposition': `inline; filename="${slug}.svg"`,
      }
      return new Response(qrOf(linkOf(call, slug)), { headers })
    },
  }),
  page({
    method: 'GET',
    path: '/api/v1/surveys/:surveyId/poster',
    who: can('survey:read'),
    async run(call) {
      const survey = await surveyOf(call)
      const { definition } = survey
      if (definition === null) throw noSuchSurvey()
      const wanted = readersLocale(definition.locales, call)
      const poster = posterPage({
        locale: wanted,
        organisation: organisationOf(survey),
        title: textIn(definition.title, wanted),
        purpose: textIn(definition.purpose, wanted),
        url: `${call.tools.publicUrl}/s/${survey.slug}`,
        qr: qrOf(linkOf(call, survey.slug)),
      })
      return await htmlOf(poster)
    },
  }),
]
