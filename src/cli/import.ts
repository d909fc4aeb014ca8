import { readFile } from 'node:fs/promises'
import { guessMapping, importRows } from '../modules/channels/index.ts'
import { readRows } from '../platform/files/rows.ts'
import { fitting } from '../platform/http/shapes.ts'
import { Mapping } from '../shared/contracts/imports.ts'
import { type Command, print, readWords, UsageError } from './command.ts'
import { withInstallation, workspaceBySlug } from './installation.ts'

export const importCommand: Command = async (args) => {
  const options = { workspace: { type: 'string' }, map: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const
  const { values, positionals } = readWords(args, options, ['FILE'], 'hx import FILE --workspace SLUG [--map MAP.json] [--dry-run]')
  const [path = ''] = positionals
  const mapping = await mappingFor(path, values.map)
  const report = await withInstallation(async (installation) => {
    const { id, timezone } = await workspaceBySlug(installation, values.workspace)
    return await importRows(installation.database, id, readRows({ kind: 'path', path }), {
      mapping,
      zone: timezone,
      dryRun: values['dry-run'] === true,
      now: installation.tools.now,
      progress: ({ read, added, already, refusedCount }) =>
        void (process.stderr.isTTY && process.stderr.write(`\r${read} read, ${added} added, ${already} already there, ${refusedCount} refused `)),
    })
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  const { read, added, already, refused, refusedCount } = report
  print({ read, added, already, refused, ...(refusedCount > refused.length && { refusedCount }) })
  return 0
}

async function mappingFor(path: string, mapFile: string | undefined): Promise<Mapping> {
  if (mapFile !== undefined) {
    try {
      return fitting(Mapping, JSON.parse(await readFile(mapFile, 'utf8')), 'mapping')
    } catch (error) {
      if (error instanceof SyntaxError) throw new UsageError(`${mapFile} is not JSON: ${error.message}`)
      throw error
    }
  }
  for await (const { values } of readRows({ kind: 'path', path })) return guessMapping(Object.keys(values))
  return {}
}
