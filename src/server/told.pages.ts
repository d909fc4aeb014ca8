/** What a person is shown where there is no page, where it cannot be had now, and where it broke. */
import { noticePage } from '../pages/survey-notice-page.ts'
import { Refusal } from '../platform/errors.ts'
import { statusOf } from '../platform/http/refusals.ts'
import type { Origin } from '../platform/http/route.ts'
import { speak } from '../shared/words/catalogues.ts'
import { LOCALES } from '../shared/words/locale.ts'
import type { WordKey } from '../shared/words/say.ts'
import { htmlOf, readersLocale } from './survey-answers.ts'

const SAID: Partial<Record<Refusal['kind'], readonly [WordKey, WordKey]>> = {
  'not-found': ['customer-pages.lost', 'customer-pages.lost-next'],
  'too-many': ['customer-pages.too-often', 'customer-pages.too-often-next'],
  unavailable: ['customer-pages.down', 'customer-pages.down-next'],
}

export function toldPage(request: Request, origin: Origin, what: Refusal | { trace: string }): Promise<Response> {
  const locale = readersLocale(LOCALES, { query: new URL(request.url).searchParams, origin })
  const t = speak(locale)
  const organisation = { name: t('shell.product') }
  if (!(what instanceof Refusal)) {
    const next = t('customer-pages.broken-next', { trace: what.trace })
    return htmlOf(noticePage({ locale, organisation, said: t('customer-pages.broken'), next }), 500)
  }
  const [said, next] = SAID[what.kind] ?? ['customer-pages.refused', 'customer-pages.refused-next']
  const { retryAfter } = what.facts
  return htmlOf(
    noticePage({ locale, organisation, said: t(said), next: t(next) }),
    statusOf[what.kind],
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  )
}
