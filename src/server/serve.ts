/** Listens for requests; ends without cutting any of them off. */
import type { Server } from 'node:http'
import { type AddressInfo, createServer, type Server as ListeningServer } from 'node:net'
import { serve } from '@hono/node-server'
import type { Database } from '../platform/db/db.ts'
import { StartRefusal } from '../platform/errors.ts'
import type { Tools } from '../platform/tools.ts'
import { assemble } from './assemble.ts'

const DRAIN_MS = 10_000

export type Served = { port: number; stop(): Promise<void> }

export async function startServer(parts: {
  host: string
  port: number
  database: Database
  tools: Tools
  databaseUrl: string
  trustProxy: readonly string[]
}): Promise<Served> {
  const { app, close } = assemble({ ...parts, live: true })
  const server = serve({
    fetch: app.fetch,
    hostname: parts.host,
    port: parts.port,
  }) as Server
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  await listening(server, parts)
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : parts.port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await close()
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await closed
      clearTimeout(cut)
    },
  }
}

/** A port that is free just now: what PORT=0 asks for, known before anybody writes it into a link. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer()
  probe.listen(0, host)
  await listening(probe, { host, port: 0 })
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}

function listening(server: ListeningServer, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartRefusal(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`))
      else if (error.code === 'EACCES')
        reject(new StartRefusal(`Port ${port} may not be opened by this user. Set PORT to 1024 or more.`))
      else if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
        reject(
          new StartRefusal(
            `HOST is "${host}", but it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
          ),
        )
      else reject(error)
    })
  })
}
