/** The files of migrations/: `0007_case_closures.sql`, numbered without a gap. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../errors.ts'

export type Migration = { number: number; name: string; sql: string; checksum: string }

/** @throws StartRefusal when a file is misnamed, a number is missing or given twice */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(folder, file))
  for (const [index, { number, name }] of files.entries()) {
    if (number === index + 1) continue
    throw new StartRefusal(
      number === index
        ? `Two migrations have the number ${number}: give ${name} the next free one.`
        : `There is no migration number ${index + 1} before ${name}: the files in migrations/ must be numbered without a gap.`,
    )
  }
  return files
}

function readMigration(folder: string, file: string): Migration {
  const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1]
  if (number === undefined) throw new StartRefusal(`The migration ${file} must be named like 0007_case_closures.sql.`)
  // Line ends as git may have written them on this machine must not matter.
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
  return {
    number: Number(number),
    name: file.replace(/\.sql$/, ''),
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
  }
}
