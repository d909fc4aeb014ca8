/** Puts the server together: routes, pages, the built app, the API's description, live updates. */
import { authenticate } from '../modules/accounts/index.ts'
import type { Database } from '../platform/db/db.ts'
import { openapiPages } from '../platform/http/api.pages.ts'
import { openHub } from '../platform/http/live.ts'
import { openMetrics } from '../platform/http/metrics.ts'
import { createServer } from '../platform/http/server.ts'
import type { Tools } from '../platform/tools.ts'
import { appPages } from './app.pages.ts'
import { operationsPages } from './operations.pages.ts'
import { PAGES, ROUTES } from './routes.ts'
import { toldPage } from './told.pages.ts'

/** `live` false opens no connection for live updates (tests that look at requests only). */
export function assemble(parts: {
  database: Database
  tools: Tools
  databaseUrl: string
  trustProxy: readonly string[]
  live: boolean
}) {
  const { database, tools } = parts
  const hub = parts.live ? openHub(parts.databaseUrl, database.owner, tools.log) : null
  const metrics = openMetrics(database)
  const who = authenticate(database)
  const app = createServer({
    routes: ROUTES,
    pages: [
      ...(hub === null ? [] : [hub.page]),
      ...openapiPages(ROUTES),
      ...operationsPages(metrics, who),
      ...appPages(),
      ...PAGES,
    ],
    database,
    tools,
    trustProxy: parts.trustProxy,
    authenticate: who,
    told: toldPage,
    observe: metrics.observe,
  })
  return { app, close: async () => await hub?.close() }
}
