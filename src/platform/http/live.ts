/**
 * Live updates: what was announced in the database reaches every browser of that workspace as
 * server-sent events. Each node listens on one connection; a browser that was away names the last
 * event it saw and gets what it missed.
 */
import type { Pool } from 'pg'
import { reasonOf } from '../errors.ts'
import { listenToOutbox } from '../events/listen.ts'
import { eventsAfter, newestEvent, type Outgoing } from '../events/outbox.store.ts'
import type { Log } from '../log.ts'
import { type Page, page, signedIn } from './route.ts'

const BATCH = 1_000
/** Events get their number before they commit, so a lower number may appear a moment later. */
const LOOK_BACK = 500
const KEEP_ALIVE_MS = 25_000

type Browser = { workspaceId: string; send(chunk: string): void; end(): void }

export type Hub = { page: Page; close(): Promise<void> }

export function openHub(databaseUrl: string, owner: Pool, log: Log): Hub {
  const browsers = new Set<Browser>()
  const seen = new Set<number>()
  let last: number | null = null
  let reading: Promise<void> = Promise.resolve()
  let asked = false

  /** Without browsers nothing is asked of the database; the next one that comes says where to go on. */
  async function read(): Promise<void> {
    asked = false
    if (browsers.size === 0) {
      last = null
      return
    }
    last ??= await newestEvent(owner)
    const events = await eventsAfter(owner, Math.max(0, last - LOOK_BACK), BATCH + LOOK_BACK)
    for (const event of events) if (!seen.has(event.id)) tell(event)
    last = Math.max(last, ...events.map(({ id }) => id))
    const oldest = last - LOOK_BACK
    for (const id of seen) if (id < oldest) seen.delete(id)
    if (events.length === BATCH + LOOK_BACK) wake()
  }
  const tell = (event: Outgoing) => {
    seen.add(event.id)
    for (const { workspaceId, send } of browsers) if (workspaceId === event.workspaceId) send(messageOf(event))
  }
  const wake = () => {
    if (asked) return
    asked = true
    reading = reading
      .then(read)
      .catch((error) => log.debug({ reason: reasonOf(error) }, 'live updates wait for the database'))
  }
  const listener = listenToOutbox(databaseUrl, log, wake)
  const beat = setInterval(() => {
    for (const browser of browsers) browser.send(': still here\n\n')
  }, KEEP_ALIVE_MS)

  return {
    page: page({
      method: 'GET',
      path: '/api/v1/stream',
      who: signedIn,
      async run({ user, origin }) {
        const after = Number(origin.header('last-event-id') ?? Number.NaN)
        last ??= await newestEvent(owner)
        const missed = Number.isSafeInteger(after) ? await eventsAfter(owner, after, BATCH) : []
        return streamTo(user?.workspaceId ?? '', browsers, missed)
      },
    }),
    async close() {
      clearInterval(beat)
      for (const browser of browsers) browser.end()
      await listener.close()
      await reading
    },
  }
}

function streamTo(workspaceId: string, browsers: Set<Browser>, missed: readonly Outgoing[]): Response {
  const encoder = new TextEncoder()
  let browser: Browser | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (chunk: string) => controller.enqueue(encoder.encode(chunk))
      browser = { workspaceId, send, end: () => controller.close() }
      send('retry: 2000\n\n')
      for (const event of missed) if (event.workspaceId === workspaceId) send(messageOf(event))
      browsers.add(browser)
    },
    cancel() {
      if (browser !== undefined) browsers.delete(browser)
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

/** Only what changed, never its content: the app asks for that with its own permissions. */
function messageOf({ id, name, payload }: Outgoing): string {
  const ids = Object.fromEntries(
    Object.entries(payload ?? {}).filter(([key, value]) => key.endsWith('Id') && typeof value === 'string'),
  )
  return `id: ${id}\ndata: ${JSON.stringify({ name, ids })}\n\n`
}
