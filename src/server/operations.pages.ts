/** For operators: is the process up, is it ready, what does it count. */

import type { Database } from '../platform/db/db.ts'
import { databaseAway, reasonOf } from '../platform/errors.ts'
import type { Metrics } from '../platform/http/metrics.ts'
import { notSignedIn } from '../platform/http/refusals.ts'
import { anyone, type Origin, type Page, page, type User } from '../platform/http/route.ts'
import type { Tools } from '../platform/tools.ts'

const LOOPBACK = /^(127\.|::1$)/
/** What a proxy on the same machine writes into a request that it passes on. */
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']
const ITSELF = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

/** True for a program on this machine that came straight to us, by a name of this machine. */
const isLocal = (origin: Origin): boolean =>
  LOOPBACK.test(origin.address) &&
  ITSELF.test(origin.header('host') ?? 'localhost') &&
  PASSED_ON.every((name) => origin.header(name) === undefined)

const text = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

export function operationsPages(
  metrics: Metrics,
  authenticate: (origin: Origin, tools: Tools) => Promise<User | null>,
): Page[] {
  return [
    page({ method: 'GET', path: '/healthz', who: anyone, run: async () => text('ok\n') }),
    page({
      method: 'GET',
      path: '/readyz',
      who: anyone,
      async run({ database, tools }) {
        await reachable(database, tools)
        return text('ready\n')
      },
    }),
    page({
      method: 'GET',
      path: '/metrics',
      who: anyone,
      async run({ origin, tools }) {
        if (!isLocal(origin) && (await authenticate(origin, tools)) === null) throw notSignedIn()
        return new Response(await metrics.text(), {
          headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        })
      },
    }),
  ]
}

/** The server listens only after the migrations, so a database that answers is a database that is ready. */
async function reachable(database: Database, tools: Tools): Promise<void> {
  try {
    await database.owner.query('SELECT 1')
  } catch (error) {
    tools.log.debug({ reason: reasonOf(error) }, 'not ready')
    throw databaseAway()
  }
}
