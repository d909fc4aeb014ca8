import pg from 'pg'
import { createSeal } from '../../src/platform/auth/seal.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/db/db.ts'
import { readModels } from '../../src/platform/files/models.ts'
import { createLog } from '../../src/platform/log.ts'
import { createThreads } from '../../src/platform/threads.ts'
import { assemble } from '../../src/server/assemble.ts'
import type { PageAsked } from './pages.ts'

/** Faster statements explain nothing. */
const WORTH_MS = 1

/**
 * The plan of every statement behind every page, as the database carried it out: the same server in this process, on
 * connections that explain what they do.
 */
export async function plansOf(url: string, key: string, pages: readonly PageAsked[]): Promise<string> {
  await explaining(url, true)
  const log = createLog('silent')
  const database = openDatabase(url, log)
  const notices: string[] = []
  for (const pool of [database.pool, database.owner])
    pool.on('connect', (client) => client.on('notice', ({ message }) => void notices.push(message ?? '')))
  const tools = {
    now: systemClock,
    log,
    publicUrl: 'http://localhost',
    smtpUrl: null,
    seal: createSeal('a secret for the bench'),
    threads: createThreads(log),
    models: readModels(),
    outside: null,
  }
  const { app, close } = assemble({ database, tools, databaseUrl: url, trustProxy: [], live: false })
  const text: string[] = []
  try {
    for (const { page, paths } of pages) {
      for (const path of paths.slice(0, 8)) {
        notices.length = 0
        const started = performance.now()
        await (await app.request(path, { headers: { authorization: `Bearer ${key}` } })).text()
        text.push(
          `## ${page}\nGET ${decodeURIComponent(path)}\n${(performance.now() - started).toFixed(0)} ms in all\n\n${notices.join('\n\n')}\n`,
        )
      }
    }
  } finally {
    await close()
    await tools.threads.close()
    await database.close()
    await explaining(url, false)
  }
  return text.join('\n')
}

/** New connections to this database explain what they do, in notices; or no longer. */
async function explaining(url: string, on: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const name = pg.escapeIdentifier(client.database ?? '')
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': String(WORTH_MS),
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_level': 'notice',
  }
  if (on) await client.query(`LOAD 'auto_explain'`)
  for (const [setting, value] of Object.entries(settings))
    await client.query(
      on ? `ALTER DATABASE ${name} SET ${setting} = '${value}'` : `ALTER DATABASE ${name} RESET ${setting}`,
    )
  await client.end()
}
