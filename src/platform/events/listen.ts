import pg from 'pg'
import { reasonOf } from '../errors.ts'
import type { Log } from '../log.ts'

/**
 * Calls `wake` whenever some transaction announced news, and after every new connection, because
 * what was said meanwhile is lost. Reconnects by itself.
 */
export function listenToOutbox(url: string, log: Log, wake: () => void): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let closed = false
  let pause: NodeJS.Timeout | undefined

  const again = () => {
    client = null
    if (!closed) pause = setTimeout(connect, 1_000)
  }
  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    client = fresh
    fresh.on('notification', wake)
    fresh.on('error', () => {})
    fresh.on('end', again)
    try {
      await fresh.connect()
      await fresh.query('LISTEN hx_outbox')
      wake()
    } catch (error) {
      log.debug({ reason: reasonOf(error) }, 'cannot listen to the database yet')
      fresh.removeListener('end', again)
      void fresh.end().catch(() => log.debug({}, 'a half-open connection was dropped'))
      again()
    }
  }
  void connect()
  return {
    async close() {
      closed = true
      clearTimeout(pause)
      await client?.end()
    },
  }
}
