import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { NoticePage, NoticePreview, NoticeQuery, PreviewNotice } from '../../shared/contracts/notices.ts'
import { improvementId } from '../../shared/contracts/values.ts'
import { noticePage, previewNotice } from './notice.actions.ts'

const params = z.object({ improvementId })

export const noticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/improvements/:improvementId/notices',
    who: can('improvement:read'),
    summary: 'Who was told what came of it, and how each notice fares.',
    params,
    query: NoticeQuery,
    reply: NoticePage,
    run: ({ params, query, db }) => noticePage(db, params.improvementId, query),
  }),
  route({
    method: 'POST',
    path: '/api/v1/improvements/:improvementId/notices/preview',
    who: can('improvement:change'),
    summary: 'What one of those who asked would read.',
    params,
    body: PreviewNotice,
    reply: NoticePreview,
    run: ({ params, body, db, now, tools }) =>
      previewNotice(db, params.improvementId, { ...body, now, publicUrl: tools.publicUrl }),
  }),
]
