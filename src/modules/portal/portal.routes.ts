import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { PortalEntry, PortalList, PutPortalEntry } from '../../shared/contracts/portal.ts'
import { improvementId } from '../../shared/contracts/values.ts'
import { workspaceOf } from '../accounts/index.ts'
import { portalList, putEntry } from './portal.actions.ts'

export const portalRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/portal/improvements',
    who: can('improvement:read'),
    summary: 'What stands on the public page, what could, and the words it has there.',
    reply: PortalList,
    async run({ db, user, tools }) {
      const { slug } = await workspaceOf(db)
      return await portalList(db, { locale: user.locale, url: `${tools.publicUrl}/p/${slug}` })
    },
  }),
  route({
    method: 'PUT',
    path: '/api/v1/portal/improvements/:improvementId',
    who: can('portal:change'),
    summary: 'Put an improvement on the public page, or take it off, with the words it has there.',
    params: z.object({ improvementId }),
    body: PutPortalEntry,
    reply: PortalEntry,
    run: ({ params, body, user, db, now }) =>
      putEntry(db, { ...params, ...body, locale: user.locale, by: user.id, now }),
  }),
]
