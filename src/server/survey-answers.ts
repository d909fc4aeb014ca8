/** How a survey's pages are answered: in which language, with whose name, and what is said when something is refused. */
import type { AskedRow } from '../modules/surveys/index.ts'
import type { Html, Organisation } from '../pages/layout.ts'
import { noticePage } from '../pages/survey-notice-page.ts'
import { Refusal } from '../platform/errors.ts'
import { statusOf } from '../platform/http/refusals.ts'
import type { PageCall } from '../platform/http/route.ts'
import { WorkspaceSettings } from '../shared/contracts/workspace.ts'
import { speak } from '../shared/words/catalogues.ts'
import { isLocale, LOCALES, type Locale, pickLocale } from '../shared/words/locale.ts'
import type { WordKey } from '../shared/words/say.ts'

/** A page, never kept by anything between us and the reader: it holds what was filled in, or a submission number. */
export async function htmlOf(page: Html, status = 200, headers: Record<string, string> = {}): Promise<Response> {
  return new Response(String(await page), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

export function organisationOf({
  workspaceName,
  workspaceSettings,
}: Pick<AskedRow, 'workspaceName' | 'workspaceSettings'>): Organisation {
  const { data } = WorkspaceSettings.safeParse(workspaceSettings)
  return {
    name: workspaceName,
    logoUrl: data?.logo ?? null,
    colour: data?.colour ?? null,
    pronoun: data?.pronoun ?? '你',
  }
}

const CHINESE: readonly Locale[] = ['zh-CN', 'zh-TW']

/** The language asked for, else the reader's, else the other Chinese, else the survey's first. */
export function readersLocale(
  offered: readonly Locale[],
  { query, origin }: Pick<PageCall, 'query' | 'origin'>,
): Locale {
  const [first = 'zh-CN'] = offered
  const asked = query.get('lang')
  if (isLocale(asked) && offered.includes(asked)) return asked
  const wished = pickLocale(origin.header('accept-language') ?? '', first)
  if (offered.includes(wished)) return wished
  return (CHINESE.includes(wished) ? offered.find((locale) => CHINESE.includes(locale)) : undefined) ?? first
}

const SAID: Readonly<Record<string, readonly [WordKey, WordKey]>> = {
  'survey.not-found': ['customer-pages.missing', 'customer-pages.missing-next'],
  'survey.full': ['customer-pages.full', 'customer-pages.full-next'],
  'response.invalid': ['customer-pages.not-sent', 'customer-pages.wrong-contact'],
}
const SAID_OF_KIND: Partial<Record<Refusal['kind'], readonly [WordKey, WordKey]>> = {
  'too-many': ['customer-pages.not-sent', 'customer-pages.too-many'],
  unavailable: ['customer-pages.not-sent', 'customer-pages.away'],
  conflict: ['customer-pages.closed', 'customer-pages.closed-next'],
}

/** A refusal as a page: what happened, what is safe, what to do. */
export function refusalPage(refusal: Refusal, call: PageCall): Promise<Response> {
  const locale = readersLocale(LOCALES, call)
  const t = speak(locale)
  const name = t('shell.product')
  const [said, next] = SAID[refusal.code] ??
    SAID_OF_KIND[refusal.kind] ?? ['customer-pages.not-sent', 'customer-pages.unreadable']
  const page = noticePage({ locale, organisation: { name }, said: t(said), next: t(next, { name }) })
  const { retryAfter } = refusal.facts
  return htmlOf(page, statusOf[refusal.kind], retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
}

/** A refusal as a problem whose detail the respondent can read: the survey page shows it as it comes. */
export function refusalInWords({ kind, code, facts, errors }: Refusal, call: PageCall): Refusal {
  const t = speak(readersLocale(LOCALES, call))
  return new Refusal(kind, code, t(`problem.${code}`, facts), facts, errors)
}
