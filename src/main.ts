/** Starts Huixiang: settings, database, migrations, then server, worker or both. Ends on Ctrl-C, letting go of nothing half done. */
import { ensureFirstRun } from './modules/accounts/index.ts'
import { createOutsideModel } from './platform/ai/outside-model.ts'
import { createSeal } from './platform/auth/seal.ts'
import { fileClock, systemClock } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/db/db.ts'
import { prepareDatabase } from './platform/db/prepare.ts'
import { requireSameSecret } from './platform/db/same-secret.ts'
import { reasonOf, StartRefusal } from './platform/errors.ts'
import { readModels } from './platform/files/models.ts'
import { createLog } from './platform/log.ts'
import { secretOf } from './platform/secret.ts'
import { createThreads } from './platform/threads.ts'
import type { Tools } from './platform/tools.ts'

type Stop = () => Promise<void>

const say = (line: string) => void process.stderr.write(`${line}\n`)

async function start(config: Config, args: readonly string[], stops: Stop[]): Promise<void> {
  const ground = await prepareDatabase(config, endWith)
  stops.unshift(() => ground.stop())
  const log = createLog(config.log)
  const listens = config.role !== 'worker'
  const port =
    config.port === 0 && listens ? await (await import('./server/serve.ts')).freePort(config.host) : config.port
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`
  const tools: Tools = {
    now: config.testClock === null ? systemClock : fileClock(config.testClock),
    log,
    publicUrl,
    smtpUrl: config.smtpUrl,
    seal: createSeal(secretOf(config.secret, ground.dataDir)),
    threads: createThreads(log),
    models: readModels(),
    outside: config.ai === null ? null : createOutsideModel(config.ai, log),
  }
  stops.unshift(() => tools.threads.close())
  const database = openDatabase(ground.url, log)
  stops.unshift(() => database.close())
  await requireSameSecret(database.owner, tools.seal)

  const setUp = listens ? await ensureFirstRun({ database, tools, admin: config.admin }) : null
  if (args.includes('--demo'))
    await (await import('./demo/load.ts')).loadDemo({ database, tools, say, signal: stopping.signal })
  const parts = {
    host: config.host,
    port,
    database,
    tools,
    databaseUrl: ground.url,
    trustProxy: config.trustProxy,
  }
  // The work first: who has read `ready` may count on all of it, even when the database goes away in the same moment.
  if (config.role !== 'web') {
    const work = await (await import('./worker/work.ts')).startWork(ground.url, database, tools)
    stops.unshift(() => work.stop())
    if (config.role === 'worker') process.stdout.write('ready worker\n')
  }
  if (listens) {
    const served = await (await import('./server/serve.ts')).startServer(parts)
    stops.unshift(() => served.stop())
    process.stdout.write(`ready ${publicUrl}\n`)
    if (setUp !== null) process.stdout.write(`set up ${publicUrl}${setUp}\n`)
  }
}

let ending = false

/** Stops what was started, last first, and leaves with the code. */
async function end(stops: readonly Stop[], code: number): Promise<void> {
  if (ending) return
  ending = true
  for (const stop of stops) {
    try {
      await stop()
    } catch (error) {
      process.stderr.write(`While stopping: ${reasonOf(error)}\n`)
      process.exitCode = 1
    }
  }
  process.exit(process.exitCode ?? code)
}

function endWith(error: StartRefusal): void {
  process.stderr.write(`${error.message}\n`)
  void end(stops, 1)
}

const stops: Stop[] = []
const stopping = new AbortController()
let starting: Promise<void> | undefined
// A start under way is awaited first, so that whatever it brings up is also taken down; what takes long in it is broken off.
const endStarted = () => {
  stopping.abort()
  void Promise.allSettled([starting]).then(() => end(stops, 0))
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endStarted)
try {
  starting = start(readConfig(), process.argv.slice(2), stops)
  await starting
} catch (error) {
  if (error instanceof StartRefusal) endWith(error)
  else if (error !== stopping.signal.reason) {
    process.stderr.write(`Huixiang could not start: ${error instanceof Error ? error.stack : String(error)}\n`)
    await end(stops, 1)
  }
}
