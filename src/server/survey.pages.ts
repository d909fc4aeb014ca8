/** Where customers answer: the survey page, what it sends, the thank-you; and what staff print and preview of it. */
import type { z } from 'zod'
import type { AskedRow, Reading } from '../modules/surveys/index.ts'
import {
  answersDoNotFit,
  askedRow,
  isFull,
  noSuchSurvey,
  readFilled,
  takenBy,
  takeResponse,
  versionRow,
  whereIs,
} from '../modules/surveys/index.ts'
import { askBack } from '../modules/understanding/index.ts'
import { noticePage, thanksPage } from '../pages/survey-notice-page.ts'
import { surveyPage } from '../pages/survey-page.ts'
import { wrongWords } from '../pages/survey-question.ts'
import type { Db } from '../platform/db/db.ts'
import { Refusal } from '../platform/errors.ts'
import { jsonOf } from '../platform/http/body.ts'
import { countCall } from '../platform/http/limits.store.ts'
import { anyone, type Page, type PageCall, page } from '../platform/http/route.ts'
import { fitting } from '../platform/http/shapes.ts'
import { newSecret } from '../platform/ids.ts'
import { FollowUpAsked, type FollowUpView } from '../shared/contracts/surveys.ts'
import { publicIdOf } from '../shared/ids/public-id.ts'
import { type Definition, openAt, SENT_A_MINUTE } from '../shared/questions/definition.ts'
import { isText, type Sent, textIn, type Wrong } from '../shared/questions/question.ts'
import { type Instant, instant, isoOf } from '../shared/time/instant.ts'
import { speak, speakTo } from '../shared/words/catalogues.ts'
import { formatFull } from '../shared/words/format.ts'
import type { Locale } from '../shared/words/locale.ts'
import { scriptUrl } from './page-scripts.ts'
import { htmlOf, organisationOf, readersLocale, refusalInWords, refusalPage } from './survey-answers.ts'
import { formInput, type Input, jsonInput, linkFacts } from './survey-input.ts'

/** Faster than a person reads one question. */
const FAST_MS = 2_000
const SLUG = /^[a-z0-9][a-z0-9-]{1,62}$/
const LONGEST_OPEN_MS = 30 * 24 * 3_600_000

type Found = { db: Db; survey: AskedRow; definition: Definition }

/** @throws Refusal 'survey.not-found', also for one that was never published */
async function find({ params, database }: PageCall): Promise<Found> {
  const slug = params.survey ?? ''
  const place = SLUG.test(slug) ? await whereIs(database.lookups, slug) : null
  if (place === null) throw noSuchSurvey()
  const db = database.in(place.workspaceId)
  const survey = await askedRow(db, place.surveyId)
  if (survey === null || survey.definition === null) throw noSuchSurvey()
  return { db, survey, definition: survey.definition }
}

async function stateOf(
  { db, survey, definition }: Found,
  now: Instant,
): Promise<'open' | 'closed' | 'not-yet' | 'over' | 'full'> {
  if (survey.state !== 'open') return 'closed'
  const opening = openAt(definition, now)
  if (opening !== 'open') return opening
  const { cap } = definition.settings
  return cap !== null && (await isFull(db, survey.id, cap)) ? 'full' : 'open'
}

async function showSurvey(call: PageCall): Promise<Response> {
  const found = await find(call)
  const { survey, definition } = found
  const locale = readersLocale(definition.locales, call)
  const organisation = organisationOf(survey)
  const state = await stateOf(found, call.now)
  if (state !== 'open') return htmlOf(closedPage(state, found, locale), state === 'not-yet' ? 200 : 410)
  return htmlOf(
    surveyPage({
      slug: survey.slug,
      version: survey.version,
      definition,
      locale,
      organisation,
      submission: newSecret(16),
      shownAt: call.now,
      facts: linkFacts(call.query),
      answers: preselected(definition, call.query.get('score')),
      contact: '',
      wrong: new Map(),
      wrongContact: false,
      empty: false,
      script: scriptUrl('survey'),
    }),
  )
}

/** A score in the link answers the first scale: one tap in a mail, still to be sent by the person. */
function preselected({ questions }: Definition, score: string | null): Map<string, Sent> {
  const first = questions.find((question) => 'low' in question)
  return first === undefined || score === null ? new Map() : new Map([[first.key, { values: [score], other: '' }]])
}

function closedPage(state: 'closed' | 'not-yet' | 'over' | 'full', { survey, definition }: Found, locale: Locale) {
  const organisation = organisationOf(survey)
  const t = speakTo(locale, organisation.pronoun)
  const { opensAt } = definition.settings
  if (state === 'not-yet' && opensAt !== null) {
    const when = formatFull(locale, instant(opensAt), survey.timezone)
    return noticePage({
      locale,
      organisation,
      said: t('customer-pages.not-yet'),
      next: t('customer-pages.not-yet-next', { when }),
    })
  }
  if (state === 'full')
    return noticePage({ locale, organisation, said: t('customer-pages.full'), next: t('customer-pages.full-next') })
  const next = t('customer-pages.closed-next', { name: survey.workspaceName })
  return noticePage({ locale, organisation, said: t('customer-pages.closed'), next })
}

/** A form is answered with pages, JSON (or a form that asks for JSON) with JSON. */
async function takeAnswers(call: PageCall): Promise<Response> {
  const found = await find(call)
  const { db, survey } = found
  await countSent(call, found)
  const isJson = (call.origin.header('content-type') ?? '').startsWith('application/json')
  const bytes = await call.body()
  const input = isJson ? jsonInput(bytes) : formInput(bytes)
  const submission = input.submission ?? newSecret(16)
  const asked = await askedThen(found, input.version)
  const locale =
    input.locale !== null && asked.definition.locales.includes(input.locale)
      ? input.locale
      : readersLocale(asked.definition.locales, call)

  const reading = readFilled(asked.definition, input.filled)
  if (!reading.ok) return misread(call, found, asked, input, submission, locale, reading)
  const { status, taken } = await takeResponse(
    db,
    survey,
    {
      ...asked,
      submission,
      locale,
      rows: reading.rows,
      contact: reading.contact,
      facts: input.facts,
      startedAt: startOf(input.shownAt, call.now),
      source: input.source,
      suspect: suspicions(input, call.now),
    },
    { now: call.now, publicUrl: call.tools.publicUrl },
  )
  return accepted(call, survey.slug, submission, taken, status === 'added' ? 201 : 200)
}

/** All surveys count together, but one with a limit of its own. */
async function countSent({ database, origin }: PageCall, { survey, definition }: Found): Promise<void> {
  const own = definition.settings.perAddress ?? null
  const bucket = own === null ? 'survey' : `survey ${survey.id}`
  await countCall(database.lookups, `${bucket} ${origin.address}`, own ?? SENT_A_MINUTE)
}

type Asked = { version: number; definition: Definition }

/** What the page showed, which may have been replaced by a newer version since. */
async function askedThen({ db, survey, definition }: Found, version: number | null): Promise<Asked> {
  if (version === null || version === survey.version) return { version: survey.version, definition }
  const then = await versionRow(db, survey.id, version)
  return then === null ? { version: survey.version, definition } : { version, definition: then.definition }
}

const startOf = (shownAt: number | null, now: Instant): Instant =>
  shownAt !== null && shownAt <= now && now - shownAt < LONGEST_OPEN_MS ? (shownAt as Instant) : now

/** What looks unlike a person. A fact beside the answers: people decide what it means. */
function suspicions({ trapped, shownAt }: Input, now: Instant): ('honeypot' | 'fast')[] {
  const isFast = shownAt !== null && now - shownAt < FAST_MS
  return [...(trapped ? (['honeypot'] as const) : []), ...(isFast ? (['fast'] as const) : [])]
}

export const wantsJson = ({ origin }: PageCall): boolean =>
  /application\/json/.test(origin.header('content-type') ?? '') ||
  /^application\/json/.test(origin.header('accept') ?? '')

function accepted(
  call: PageCall,
  slug: string,
  submission: string,
  taken: { id: string; feedbackId: string; receivedAt: Instant; queryCode: string },
  status: 200 | 201,
): Response {
  const thanks = `/s/${slug}/thanks/${submission}`
  if (!wantsJson(call))
    return new Response(null, { status: 303, headers: { location: thanks, 'cache-control': 'no-store' } })
  const { id, feedbackId, receivedAt, queryCode } = taken
  const body = {
    id: publicIdOf('resp', id),
    feedback: publicIdOf('fb', feedbackId),
    receivedAt: isoOf(receivedAt),
    queryCode,
    thanks,
  }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

function misread(
  call: PageCall,
  { survey }: Found,
  { version, definition }: Asked,
  input: Input,
  submission: string,
  locale: Locale,
  { wrong, wrongContact, empty }: Extract<Reading, { ok: false }>,
): Response | Promise<Response> {
  if (wantsJson(call)) {
    const t = speak(locale)
    const words = { ...wrongWords(t), unknown: t('misfit.unknown-field') }
    const errors = wrong.map(({ question, why }) => ({ path: `answers.${question}`, message: words[why] }))
    if (wrongContact) errors.push({ path: 'contact', message: t('customer-pages.wrong-contact') })
    if (empty) errors.push({ path: 'answers', message: t('customer-pages.wrong-empty') })
    throw answersDoNotFit(errors)
  }
  const known = wrong.flatMap(({ question, why }): [string, Wrong][] => (why === 'unknown' ? [] : [[question, why]]))
  const page = surveyPage({
    slug: survey.slug,
    version,
    definition,
    locale,
    organisation: organisationOf(survey),
    submission,
    shownAt: input.shownAt ?? call.now,
    facts: input.facts,
    answers: input.filled.answers,
    contact: input.filled.contact,
    wrong: new Map(known),
    wrongContact,
    empty: empty || (known.length === 0 && !wrongContact),
    script: scriptUrl('survey'),
  })
  return htmlOf(page, 422)
}

/** What to ask once more about an answer, before it is sent: one small request of the page, where the question wants it. */
async function askOnceMore(call: PageCall): Promise<Response> {
  const { db, survey, definition } = await find(call)
  await countCall(call.database.lookups, `follow-up ${call.origin.address}`, SENT_A_MINUTE)
  const body = fitting(FollowUpAsked, jsonOf(await call.body()), 'body')
  const asked = await askedThen({ db, survey, definition }, body.version ?? null)
  const question = asked.definition.questions.find(({ key }) => key === body.question)
  const wanted = question !== undefined && isText(question) && question.followUp === true
  const back = wanted ? await askBack(db, body.text, call.tools) : null
  const locale = body.locale ?? readersLocale(asked.definition.locales, call)
  const ask = back === null ? null : { key: back.key, text: back.question[locale] }
  return Response.json({ ask } satisfies z.output<typeof FollowUpView>, { headers: { 'cache-control': 'no-store' } })
}

async function showThanks(call: PageCall): Promise<Response> {
  const { db, survey } = await find(call)
  const taken = await takenBy(db, survey.id, (call.params.submission ?? '').slice(0, 80))
  if (taken === null) throw noSuchSurvey()
  const then = await versionRow(db, survey.id, taken.version)
  const { locale, queryCode } = taken
  const thanks = then === null ? '' : textIn(then.definition.thanks, locale)
  return htmlOf(thanksPage({ locale, organisation: organisationOf(survey), thanks, queryCode }))
}

/** For people a refusal is a page in their language; the script of the page reads it as a problem, in their language too. */
const forPeople =
  (run: (call: PageCall) => Promise<Response>) =>
  async (call: PageCall): Promise<Response> => {
    try {
      return await run(call)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (wantsJson(call)) throw refusalInWords(error, call)
      return await refusalPage(error, call)
    }
  }

export const surveyPages: Page[] = [
  page({ method: 'GET', path: '/s/:survey', who: anyone, run: forPeople(showSurvey) }),
  page({ method: 'POST', path: '/s/:survey/responses', who: anyone, run: forPeople(takeAnswers) }),
  page({ method: 'POST', path: '/s/:survey/follow-up', who: anyone, run: forPeople(askOnceMore) }),
  page({ method: 'GET', path: '/s/:survey/thanks/:submission', who: anyone, run: forPeople(showThanks) }),
]
