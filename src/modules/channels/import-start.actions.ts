/** Starting, watching and stopping an import from the app. */
import type { Db } from '../../platform/db/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { saveFile } from '../../platform/files/files.actions.ts'
import { fileFacts } from '../../platform/files/files.store.ts'
import { type Row, readRows } from '../../platform/files/rows.ts'
import { newId } from '../../platform/ids.ts'
import { sendTask } from '../../platform/jobs/define.ts'
import type { Mapping } from '../../shared/contracts/imports.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { importAsked } from './import.events.ts'
import { endImport, IMPORT_FILE, importById, insertImport } from './import.store.ts'
import { guessMapping } from './import-mapping.ts'

const SAMPLE = 8

/** Larger files come by the command line, which reads them where they lie. */
export const UPLOAD_LIMIT = 64 * 1024 * 1024

export const noSuchImport = () => new Refusal('not-found', 'import.not-found', 'There is no such import.')
export const importEnded = () => new Refusal('conflict', 'import.ended', 'This import has ended already.')

/** Keeps an uploaded file and shows how it would be read. */
export async function previewImport(db: Db, file: { name: string; bytes: Uint8Array; now: Instant }) {
  const rows: Row[] = []
  for await (const row of readRows({ kind: 'bytes', ...file })) {
    rows.push(row)
    if (rows.length === SAMPLE) break
  }
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
  const fileId = await saveFile(db, {
    name: file.name,
    contentType: IMPORT_FILE,
    bytes: file.bytes,
    now: file.now,
    limit: UPLOAD_LIMIT,
  })
  const sample = rows.map(({ values }) =>
    Object.fromEntries(columns.map((name) => [name, String(values[name] ?? '').slice(0, 300)])),
  )
  return { fileId, name: file.name, columns, sample, mapping: guessMapping(columns) }
}

/** Asks for an import; it runs in the background and says how far it is. */
export async function startImport(
  db: Db,
  wanted: { fileId: string; mapping: Mapping; dryRun: boolean },
  act: { by: string; address: string; now: Instant },
): Promise<string> {
  const id = newId(act.now)
  await db.transaction(async (tx) => {
    const [file] = await fileFacts(tx, [wanted.fileId])
    if (file?.contentType !== IMPORT_FILE) throw noSuchImport()
    const { name } = file
    await insertImport(tx, {
      id,
      name,
      attachmentId: wanted.fileId,
      mapping: wanted.mapping,
      dryRun: wanted.dryRun,
      by: act.by,
      now: act.now,
    })
    await sendTask(tx, importAsked, { importId: id })
    if (!wanted.dryRun) await audit(tx, { action: 'import.started', subject: id, facts: { named: name }, ...act })
  })
  return id
}

/** Stops an import; what was added stays. */
export async function cancelImport(db: Db, id: string, now: Instant): Promise<void> {
  if (await endImport(db, id, 'cancelled', null, now)) return
  throw (await importById(db, id)) === null ? noSuchImport() : importEnded()
}
