/**
 * What is compared with: a bare node:http server that does one INSERT with commit for each request, into a table with
 * the columns and indexes of `feedback`. No authentication, validation, idempotency, scores or news; node-postgres as its
 * own documentation shows it: a pool of the default size and a parameterised query.
 *
 *   node bench/ingest/reference.ts DATABASE_URL
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const [url = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url })
const INSERT = `INSERT INTO reference_feedback (workspace_id, id, channel, text, occurred_at, received_at, query_code, facts)
  VALUES ($1, $2, $3, $4, now(), now(), $5, $6) RETURNING received_at`
const workspaceId = randomUUID()

const server = createServer((asked, answer) => {
  const parts: Buffer[] = []
  asked.on('data', (part: Buffer) => parts.push(part))
  asked.on('end', async () => {
    try {
      const { channel, text, facts } = JSON.parse(Buffer.concat(parts).toString())
      const id = randomUUID()
      const { rows } = await pool.query(INSERT, [workspaceId, id, channel, text, id, facts])
      answer.writeHead(201, { 'content-type': 'application/json' })
      answer.end(JSON.stringify({ id, receivedAt: rows[0].received_at }))
    } catch (error) {
      process.stderr.write(`${error}\n`)
      answer.writeHead(500)
      answer.end()
    }
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`ready http://localhost:${typeof address === 'object' ? address?.port : ''}\n`)
})
process.on('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  void pool.end()
})
