import { z } from 'zod'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { notSignedIn } from '../../platform/http/refusals.ts'
import { can, type Page, page, type Route, route, signedIn } from '../../platform/http/route.ts'
import { fitting } from '../../platform/http/shapes.ts'
import { AuditFilter, AuditPage, AuditQuery } from '../../shared/contracts/audit.ts'
import { KeyList, KeyMade, MakeKey } from '../../shared/contracts/keys.ts'
import { MarkRead, NotificationList, NotificationQuery } from '../../shared/contracts/notifications.ts'
import { keyId } from '../../shared/contracts/values.ts'
import { ChangeWorkspace, WorkspaceView } from '../../shared/contracts/workspace.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { noSuchWorkspace } from './account.refusals.ts'
import { auditCsv } from './audit.actions.ts'
import { type AuditRow, auditEntries } from './audit.store.ts'
import { createKey, revokeKey } from './key.actions.ts'
import { keys } from './key.store.ts'
import { markRead, notifications, unreadCount } from './notification.store.ts'
import { linkOf } from './notification-link.ts'
import { changeWorkspace, logoOf, workspaceOf } from './workspace.actions.ts'

const getWorkspace = route({
  method: 'GET',
  path: '/api/v1/workspace',
  who: signedIn,
  summary: 'The workspace and its settings',
  reply: WorkspaceView,
  run: ({ db }) => workspaceOf(db),
})

const putWorkspace = route({
  method: 'PUT',
  path: '/api/v1/workspace',
  who: can('workspace:change'),
  summary: 'Change the workspace; what is left out stays',
  body: ChangeWorkspace,
  reply: WorkspaceView,
  run: ({ db, database, user, body, now, origin }) =>
    changeWorkspace(database, db, user, body, { now, address: origin.address }),
})

const getKeys = route({
  method: 'GET',
  path: '/api/v1/keys',
  who: can('key:change'),
  summary: 'API keys in use',
  reply: KeyList,
  run: async ({ db }) => ({ items: await keys(db) }),
})

const postKey = route({
  method: 'POST',
  path: '/api/v1/keys',
  who: can('key:change'),
  summary: 'Make an API key; it is shown this once',
  body: MakeKey,
  reply: KeyMade,
  status: 201,
  // An answer that holds a secret is kept nowhere.
  ownIdempotency: true,
  run: ({ db, user, body, now, origin }) => createKey(db, { ...body, by: user, address: origin.address, now }),
})

const deleteKey = route({
  method: 'DELETE',
  path: '/api/v1/keys/:id',
  who: can('key:change'),
  summary: 'Revoke an API key',
  params: z.object({ id: keyId }),
  run: ({ db, database, user, params, now, origin }) =>
    revokeKey(database, db, user, params.id, { now, address: origin.address }),
})

const auditView = ({ personId, name, kind, ...row }: AuditRow) => ({
  ...row,
  person: personId === null ? null : { id: personId, name: name ?? '', kind: kind ?? ('person' as const) },
})

const getAudit = route({
  method: 'GET',
  path: '/api/v1/audit-entries',
  who: can('audit:read'),
  summary: 'Who changed, saw or took out what; newest first',
  query: AuditQuery,
  reply: AuditPage,
  async run({ db, query: { limit, cursor, ...wanted } }) {
    const after = readCursor(cursor, 2)
    const rows = await auditEntries(
      db,
      wanted,
      after && { at: Number(after[0]) as Instant, id: String(after[1]) },
      limit + 1,
    )
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(auditView),
      nextCursor: rows.length > limit && last ? cursorOf([last.at, last.id]) : null,
    }
  },
})

const getAuditFile = page({
  method: 'GET',
  path: '/api/v1/audit-entries.csv',
  who: can('audit:read'),
  async run({ query, user, database, now, origin }) {
    if (user === null) throw notSignedIn()
    const wanted = fitting(AuditFilter, Object.fromEntries(query), 'query')
    const stream = await auditCsv(database.in(user.workspaceId), user, wanted, { now, address: origin.address })
    return new Response(stream, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.csv"',
        'cache-control': 'no-store',
      },
    })
  },
})

const getNotifications = route({
  method: 'GET',
  path: '/api/v1/notifications',
  who: signedIn,
  summary: 'What one was told, newest first',
  internal: true,
  query: NotificationQuery,
  reply: NotificationList,
  async run({ db, user, query }) {
    const [rows, unread] = await Promise.all([notifications(db, user.id, query.limit), unreadCount(db, user.id)])
    return { items: rows.map((row) => ({ ...row, link: linkOf(row.subject) })), unread }
  },
})

const putRead = route({
  method: 'PUT',
  path: '/api/v1/notifications/read',
  who: signedIn,
  summary: 'Mark notifications as read',
  internal: true,
  body: MarkRead,
  async run({ db, user, body, now }) {
    await markRead(db, user.id, 'ids' in body ? body.ids : null, now)
  },
})

const DAY_S = 86_400

/** Customers' pages and mails show it, so it has an address of its own. */
const getLogo = page({
  method: 'GET',
  path: '/logo/:slug',
  who: { kind: 'anyone' },
  async run({ params, database }) {
    const logo = await logoOf(database, params.slug ?? '')
    if (logo === null) throw noSuchWorkspace()
    return new Response(Buffer.from(logo.bytes), {
      headers: {
        'content-type': logo.type,
        'cache-control': `public, max-age=${DAY_S}`,
        'cross-origin-resource-policy': 'cross-origin',
      },
    })
  },
})

export const settingsRoutes: Route[] = [
  getWorkspace,
  putWorkspace,
  getKeys,
  postKey,
  deleteKey,
  getAudit,
  getNotifications,
  putRead,
]

export const settingsPages: Page[] = [getAuditFile, getLogo]
