/** `/track`: a customer looks up where their voice stands and answers, with nothing but the code. */
import { answerByCode, fileByCode, queryCodeOf, statusByCode, writeByCode } from '../modules/cases/index.ts'
import { findPage, type NoticeShown, statusPage } from '../pages/status-page.ts'
import type { Db } from '../platform/db/db.ts'
import { Refusal } from '../platform/errors.ts'
import { downloadOf } from '../platform/files/files.routes.ts'
import { countCall } from '../platform/http/limits.store.ts'
import { anyone, type Page, type PageCall, page } from '../platform/http/route.ts'
import { newSecret } from '../platform/ids.ts'
import { lengthOf } from '../shared/contracts/plain.ts'
import { publicIdOf, uuidOf } from '../shared/ids/public-id.ts'
import type { Instant } from '../shared/time/instant.ts'
import { speak } from '../shared/words/catalogues.ts'
import { isLocale, LOCALES, type Locale, pickLocale } from '../shared/words/locale.ts'
import { htmlOf, organisationOf, readersLocale, refusalPage } from './survey-answers.ts'

const LOOKS_A_MINUTE = 120
const WORDS_A_MINUTE = 60
const LONGEST_TEXT = 20_000
const LONGEST_COMMENT = 2_000
const LONGEST_SAID = 2_000

/** What modules to the right of cases tell on the status page. */
export type NoticesFor = (db: Db, feedbackId: string, now: Instant) => Promise<readonly NoticeShown[]>

/** The reader's language: asked for, their browser's, what they wrote in, the workspace's. */
export function statusLocale(
  { query, origin }: Pick<PageCall, 'query' | 'origin'>,
  spoken: string | null,
  workspace: string,
): Locale {
  const asked = query.get('lang')
  if (isLocale(asked)) return asked
  return pickLocale([
    ...(origin.header('accept-language') ?? '')
      .slice(0, 300)
      .split(',')
      .map((part) => part.split(';')[0] ?? ''),
    spoken ?? '',
    workspace,
  ])
}

/** A form's fields as text that the database can hold. */
export async function formOf(call: PageCall): Promise<(name: string, longest: number) => string> {
  const fields = new URLSearchParams(new TextDecoder().decode(await call.body()))
  return (name, longest) => {
    const text = (fields.get(name) ?? '').replaceAll('\0', '').toWellFormed().trim()
    return lengthOf(text) <= longest ? text : [...text].slice(0, longest).join('')
  }
}

/** Answers a refusal as a page, for people. */
export async function inPeopleWords(call: PageCall, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof Refusal) return await refusalPage(error, call)
    throw error
  }
}

const counted = (call: PageCall, what: string, limit: number) =>
  countCall(call.database.lookups, `${what} ${call.origin.address}`, limit)
const see = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

function notFound(call: PageCall, typed: string): Promise<Response> {
  const locale = readersLocale(LOCALES, call)
  return htmlOf(
    findPage({ locale, product: speak(locale)('shell.product'), typed: typed.slice(0, 60), unknown: true }),
    404,
  )
}

const getFind = page({
  method: 'GET',
  path: '/track',
  who: anyone,
  async run(call) {
    const typed = call.query.get('code') ?? ''
    const code = queryCodeOf(typed)
    if (code !== null) return see(`/track/${code}`)
    const locale = readersLocale(LOCALES, call)
    const unknown = typed !== ''
    return await htmlOf(
      findPage({ locale, product: speak(locale)('shell.product'), typed: typed.slice(0, 60), unknown }),
      unknown ? 404 : 200,
    )
  },
})

const OUTCOMES = ['sent', 'empty', 'yes', 'no', 'answered'] as const
const outcomeOf = (text: string | null) => OUTCOMES.find((each) => each === text) ?? null

const getStatus = (noticesFor: NoticesFor): Page =>
  page({
    method: 'GET',
    path: '/track/:code',
    who: anyone,
    run: (call) =>
      inPeopleWords(call, async () => {
        await counted(call, 'GET /track', LOOKS_A_MINUTE)
        const typed = call.params.code ?? ''
        const status = await statusByCode(call.database, typed, call.now, noticesFor)
        if (status === null) return await notFound(call, typed)
        const { workspace, code, voice } = status
        const shown = statusPage({
          locale: statusLocale(call, voice.language, workspace.locale),
          organisation: organisationOf({ workspaceName: workspace.name, workspaceSettings: workspace.settings }),
          zone: workspace.timezone,
          now: call.now,
          code,
          said: voice.text.slice(0, LONGEST_SAID),
          saidAt: voice.occurredAt,
          stage: status.case?.stage ?? null,
          owed: status.case?.owed ?? [],
          messages: (status.case?.messages ?? []).map((message) => ({
            ...message,
            files: message.files.map(({ id, ...file }) => ({
              ...file,
              link: `/track/${code}/files/${publicIdOf('file', id)}`,
            })),
          })),
          notices: status.more,
          asked: status.case?.asked ?? false,
          outcome: outcomeOf(call.query.get('done')),
          once: newSecret(9),
        })
        return await htmlOf(shown)
      }),
  })

const getFile = page({
  method: 'GET',
  path: '/track/:code/files/:fileId',
  who: anyone,
  run: (call) =>
    inPeopleWords(call, async () => {
      await counted(call, 'GET /track', LOOKS_A_MINUTE)
      const { code = '', fileId = '' } = call.params
      const id = uuidOf('file', fileId)
      return downloadOf(id === null ? null : await fileByCode(call.database, code, id))
    }),
})

const postStatus = page({
  method: 'POST',
  path: '/track/:code',
  who: anyone,
  bodyLimit: 200 * 1024,
  run: (call) =>
    inPeopleWords(call, async () => {
      await counted(call, 'POST /track', WORDS_A_MINUTE)
      const typed = call.params.code ?? ''
      const field = await formOf(call)
      const done = await take(call, typed, field)
      return done === null ? await notFound(call, typed) : see(`/track/${queryCodeOf(typed)}?done=${done}`)
    }),
})

/** What was sent: an answer to "is it solved?", or words. Null when the code is not known. */
async function take(
  { database, tools, now }: PageCall,
  typed: string,
  field: (name: string, longest: number) => string,
): Promise<string | null> {
  const answer = field('answer', 10)
  if (answer === 'yes' || answer === 'no') {
    const given = await answerByCode(database, { typed, answer, comment: field('comment', LONGEST_COMMENT), now })
    return given === 'yes' || given === 'no' ? given : 'answered'
  }
  const text = field('text', LONGEST_TEXT)
  if (text === '') return 'empty'
  const once = /^[\w-]{1,40}$/.exec(field('once', 40))?.[0] ?? newSecret(9)
  return (await writeByCode(database, { typed, text, once, models: tools.models, publicUrl: tools.publicUrl, now }))
    ? 'sent'
    : null
}

export const statusPages = (noticesFor: NoticesFor = async () => []): readonly Page[] => [
  getFind,
  getStatus(noticesFor),
  getFile,
  postStatus,
]
