/** Reaches the installation a command works on: the running one, or one started just for this. */
import { createOutsideModel } from '../platform/ai/outside-model.ts'
import { createSeal } from '../platform/auth/seal.ts'
import { fileClock, systemClock } from '../platform/clock.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/db/db.ts'
import { dataDirFor, joinEmbedded } from '../platform/db/embedded/launcher.ts'
import { prepareDatabase, requireCurrent } from '../platform/db/prepare.ts'
import { readModels } from '../platform/files/models.ts'
import { createLog } from '../platform/log.ts'
import { secretOf } from '../platform/secret.ts'
import { createThreads } from '../platform/threads.ts'
import type { Tools } from '../platform/tools.ts'
import { UsageError } from './command.ts'

export type Installation = { database: Database; tools: Tools; url: string; dataDir: string }

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Opens the installation, does the work, and lets go of everything again. */
export async function withInstallation<Result>(work: (installation: Installation) => Promise<Result>): Promise<Result> {
  const config = readConfig()
  const ground = await reach(config)
  const log = createLog(config.log === 'info' ? 'warn' : config.log)
  const tools: Tools = {
    now: config.testClock === null ? systemClock : fileClock(config.testClock),
    log,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    smtpUrl: config.smtpUrl,
    seal: createSeal(secretOf(config.secret, ground.dataDir)),
    threads: createThreads(log),
    models: readModels(),
    outside: config.ai === null ? null : createOutsideModel(config.ai, log),
  }
  const database = openDatabase(ground.url, log, { size: 4 })
  try {
    return await work({ database, tools, url: ground.url, dataDir: ground.dataDir })
  } finally {
    await tools.threads.close()
    await database.close()
    await ground.stop()
  }
}

/** A running server's database is joined; else it is started, brought up to date, and stopped afterwards. */
async function reach(config: Config): Promise<{ url: string; dataDir: string; stop(): Promise<void> }> {
  const dataDir = config.dataDir ?? dataDirFor()
  const running = config.databaseUrl === null ? await joinEmbedded({ dataDir, log: say }) : null
  if (running === null) {
    return await prepareDatabase(config, (why) => {
      say(why.message)
      process.exit(1)
    })
  }
  await requireCurrent(running.url)
  return { url: running.url, dataDir, stop: async () => undefined }
}

/** The id of the workspace with this slug. */
export async function workspaceBySlug(
  { database }: Installation,
  slug: string | undefined,
): Promise<{ id: string; timezone: string }> {
  if (slug === undefined) throw new UsageError('Say which workspace: --workspace SLUG')
  const { rows } = await database.owner.query<{ id: string; timezone: string }>(
    'SELECT id, timezone FROM workspaces WHERE slug = $1',
    [slug],
  )
  if (rows[0] === undefined) throw new UsageError(`There is no workspace "${slug}".`)
  return rows[0]
}
