import { can, type Page, page } from '../../platform/http/route.ts'
import { fitting } from '../../platform/http/shapes.ts'
import { FeedbackFilter } from '../../shared/contracts/feedback.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import { audit } from '../accounts/index.ts'
import { filterFor } from './voices.actions.ts'
import { voiceLines } from './voices-export.actions.ts'

/** What the Explorer finds, as a file. Who may not look at customers gets names and personal data masked. */
const getFile = page({
  method: 'GET',
  path: '/api/v1/exports/feedback.csv',
  who: can('feedback:read'),
  async run({ query, user, database, now, origin }) {
    if (user === null) throw new Error('a page for those signed in was asked for by nobody')
    const db = database.in(user.workspaceId)
    const { from: since, to: until, ...given } = Object.fromEntries(query)
    const filter = await filterFor(db, fitting(FeedbackFilter, Object.fromEntries(query), 'query'), now)
    const hidePeople = !roleMay(user.role, 'customer:read')
    await audit(db, {
      by: user.id,
      now,
      action: 'feedback.exported',
      subject: 'feedback',
      facts: { ...given, ...(since && { since }), ...(until && { until }), masked: hidePeople },
      address: origin.address,
    })
    const lines = ReadableStream.from(voiceLines(db, { filter, locale: user.locale, hidePeople }))
    return new Response(lines.pipeThrough(new TextEncoderStream()), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="feedback.csv"',
      },
    })
  },
})

export const voiceExportPages: readonly Page[] = [getFile]
