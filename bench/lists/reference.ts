/**
 * What is compared with: a bare node:http server that reads the newest 50 rows of `feedback` in one query, as the
 * database's owner, and writes them out as JSON. Nobody is asked who they are and nothing is left out or looked up.
 *
 *   node bench/lists/reference.ts DATABASE_URL
 */
import { createServer } from 'node:http'
import pg from 'pg'

const [url = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url })

const server = createServer(async (_, answer) => {
  try {
    const { rows } = await pool.query(
      'SELECT * FROM feedback WHERE workspace_id = $1 ORDER BY occurred_at DESC, id DESC LIMIT 50',
      ['01900000-0000-7000-8000-000000000001'],
    )
    answer.writeHead(200, { 'content-type': 'application/json' })
    answer.end(JSON.stringify({ items: rows }))
  } catch (error) {
    process.stderr.write(`${error}\n`)
    answer.writeHead(500)
    answer.end()
  }
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
