/** `/p/{workspace}`: the public page; and what the status page tells of improvements. */
import { createHash } from 'node:crypto'
import { workspaceIdOf, workspaceOf } from '../modules/accounts/index.ts'
import { markSeen, noticesFor } from '../modules/outreach/index.ts'
import { publicEntries } from '../modules/portal/index.ts'
import { portalPage } from '../pages/portal-page.ts'
import type { NoticeShown } from '../pages/status-page.ts'
import type { Db } from '../platform/db/db.ts'
import { Refusal } from '../platform/errors.ts'
import { anyone, type Page, type PageCall, page } from '../platform/http/route.ts'
import { publicIdOf } from '../shared/ids/public-id.ts'
import type { Instant } from '../shared/time/instant.ts'
import { isLocale, type Locale, pickLocale } from '../shared/words/locale.ts'

const A_MINUTE = 120
const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/

/** The same for everyone who reads the same language, so that it may be kept for a minute on the way. */
const CACHING = { 'cache-control': 'public, max-age=60', vary: 'accept-language' }

function localeFor({ query, origin }: PageCall, workspace: Locale): Locale {
  const asked = query.get('lang')
  return isLocale(asked) ? asked : pickLocale((origin.header('accept-language') ?? '').slice(0, 300), workspace)
}

const noSuchPortal = () => new Refusal('not-found', 'portal.not-found', 'There is no such public page.')

const getPortal = page({
  method: 'GET',
  path: '/p/:workspace',
  who: anyone,
  perAddress: A_MINUTE,
  async run(call) {
    const slug = call.params.workspace ?? ''
    const id = SLUG.test(slug) ? await workspaceIdOf(call.database, slug) : null
    if (id === null) throw noSuchPortal()
    const db = call.database.in(id)
    const { name, logo, colour, pronoun, locale: own, timezone: zone } = await workspaceOf(db)
    const locale = localeFor(call, own)
    const entries = (await publicEntries(db, locale)).map((entry) => ({ ...entry, id: publicIdOf('imp', entry.id) }))
    const body = String(
      await portalPage({
        locale,
        workspace: { name, logoUrl: logo, colour, pronoun },
        slug,
        zone,
        now: call.now,
        entries,
      }),
    )
    return answered(body, call)
  },
})

/** Who has this very page already is told so. */
function answered(body: string, { origin }: PageCall): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ...CACHING, etag, 'content-type': 'text/html; charset=utf-8' }
  if (origin.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

export const portalPages: readonly Page[] = [getPortal]

/** What came of the improvements a voice asked for, as its status page shows it. Showing is telling: it counts as seen. */
export async function noticesOnStatus(db: Db, feedbackId: string, now: Instant): Promise<NoticeShown[]> {
  const notices = await noticesFor(db, feedbackId)
  if (notices.length === 0) return []
  await markSeen(db, feedbackId, now)
  const { slug } = await workspaceOf(db)
  return notices.map(({ improvementId, text, sentAt, isPublic }) => ({
    text,
    at: sentAt,
    link: isPublic ? `/p/${slug}#${publicIdOf('imp', improvementId)}` : null,
  }))
}
