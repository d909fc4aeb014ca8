/** Writes schema.sql, the sum of all migrations as one page to read. `--compare` only says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaListing } from '../src/platform/db/catalogue.ts'
import { testDatabase, withClient } from '../tests/database.ts'

const FILE = join(import.meta.dirname, '../schema.sql')

const database = await testDatabase()
try {
  const listing = await withClient(database.ownerUrl, schemaListing)
  if (!process.argv.includes('--compare')) writeFileSync(FILE, listing)
  else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== listing) {
    console.error('schema.sql is not what the migrations make: run npm run schema')
    process.exitCode = 1
  }
} finally {
  await database.drop()
}
