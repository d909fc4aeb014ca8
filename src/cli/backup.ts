import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { restoreBackup } from '../platform/backup/read.ts'
import { writeBackup } from '../platform/backup/write.ts'
import { readConfig } from '../platform/config.ts'
import { dataDirFor, joinEmbedded, startEmbedded } from '../platform/db/embedded/launcher.ts'
import { MIGRATIONS } from '../platform/db/prepare.ts'
import { StartRefusal } from '../platform/errors.ts'
import { secretOf } from '../platform/secret.ts'
import { isoOf } from '../shared/time/instant.ts'
import { type Command, print, readWords } from './command.ts'
import { withInstallation } from './installation.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Takes a backup while everything runs, reads it back, and says how much is in it. */
export const backupCommand: Command = async (args) => {
  const [path = ''] = readWords(args, {}, ['FILE'], 'hx backup FILE').positionals
  const tables = await withInstallation(({ url, dataDir, tools }) => {
    const { secret } = readConfig()
    return writeBackup(url, path, {
      secret: secretOf(secret, dataDir),
      carried: secret === null,
      takenAt: isoOf(tools.now()),
    })
  })
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  print({ file: path, tables: Object.keys(tables).length, rows, checked: true })
  return 0
}

/** Puts a backup into an empty installation that is not running. */
export const restoreCommand: Command = async (args) => {
  const [path = ''] = readWords(args, {}, ['FILE'], 'hx restore FILE').positionals
  const config = readConfig()
  const dataDir = config.dataDir ?? dataDirFor()
  const restored =
    config.databaseUrl === null
      ? await restoreEmbedded(dataDir, path, config.secret)
      : await restoreBackup(config.databaseUrl, path, { migrations: MIGRATIONS, secret: config.secret, say })
  if (restored.head.secret !== null && config.secret === null) keepSecret(dataDir, restored.head.secret)
  const rows = Object.values(restored.tail.tables).reduce((sum, table) => sum + table.rows, 0)
  print({ file: path, takenAt: restored.head.takenAt, rows })
  return 0
}

async function restoreEmbedded(dataDir: string, path: string, secret: string | null) {
  if ((await joinEmbedded({ dataDir, log: say })) !== null)
    throw new StartRefusal('Huixiang is running on this data folder. Stop it first.')
  const embedded = await startEmbedded({ dataDir, log: say })
  try {
    return await restoreBackup(embedded.url, path, { migrations: MIGRATIONS, secret, say })
  } finally {
    await embedded.stop()
  }
}

/** What was sealed before the backup can only be opened with the secret of then. */
function keepSecret(dataDir: string, secret: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'secret'), `${secret}\n`, { mode: 0o600 })
}
