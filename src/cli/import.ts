import { readFile } from 'node:fs/promises'
import { guessMapping, importRows } from '../modules/channels/index.ts'
import { readRows } from '../platform/files/rows.ts'
import { fitting } from '../platform/http/shapes.ts'
import { Mapping } from '../shared/contracts/imports.ts'
import { type Command, print, readWords, UsageError } from './command.ts'
import { withInstallation, workspaceBySlug } from './installation.ts'

export const importCommand: Command = async (args) => {
  const options = {
    workspace: { type: 'string' },
    map: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  } as const
  const { values, positionals } = readWords(
    args,
    options,
    ['FILE'],
    'hx import FILE --workspace SLUG [--map MAP.json] [--dry-run]',
  )
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
        void (
          process.stderr.isTTY &&
          process.stderr.write(`\r${read} read, ${added} added, ${already} already there, ${refusedCount} refused `)
        ),
    })
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  const { read, added, already, refusedCount } = report
  const refused = report.refused.map(({ line, why }) => ({ line, why }))
  print({ read, added, already, refused, ...(refusedCount > refused.length && { refusedCount }) })
  return 0
}

/** So many rows are looked at for their columns: rows of JSON Lines need not all have the same. */
const PROBED_ROWS = 200

async function mappingFor(path: string, mapFile: string | undefined): Promise<Mapping> {
  const columns = await columnsOf(path)
  if (mapFile === undefined) return guessMapping([...columns])
  const mapping = await mappingIn(mapFile)
  const { fixedChannel: _, ratingMax: __, facts = {}, ...named } = mapping
  const missing = [...Object.values(named), ...Object.values(facts)].find(
    (column) => column !== undefined && !columns.has(column),
  )
  if (missing !== undefined && columns.size > 0)
    throw new UsageError(`${mapFile} names the column "${missing}", but ${path} has: ${[...columns].join(', ')}.`)
  return mapping
}

async function mappingIn(mapFile: string): Promise<Mapping> {
  try {
    return fitting(Mapping, JSON.parse(await readFile(mapFile, 'utf8')), 'mapping')
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${mapFile} is not JSON: ${error.message}`)
    throw error
  }
}

async function columnsOf(path: string): Promise<Set<string>> {
  const columns = new Set<string>()
  let rows = 0
  for await (const { values } of readRows({ kind: 'path', path })) {
    for (const name of Object.keys(values)) columns.add(name)
    if (++rows === PROBED_ROWS) break
  }
  return columns
}
