import { Refusal } from '../../platform/errors.ts'
import { bytesOfFile, removeFiles } from '../../platform/files/files.store.ts'
import { readRows } from '../../platform/files/rows.ts'
import { defineJob, defineTask } from '../../platform/jobs/define.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, plus } from '../../shared/time/instant.ts'
import { notify, workspaceZone } from '../accounts/index.ts'
import { importRows } from './import.actions.ts'
import { importAsked } from './import.events.ts'
import { beginImport, endImport, forgetImportFiles, importById, noteProgress } from './import.store.ts'

/** Safe to run twice: every row has its own source id, and an import ends once. */
export const runImport = defineTask({
  ...importAsked,
  async run({ importId }, { db, database, tools }) {
    const wanted = await importById(db, importId)
    if (wanted === null || !(await beginImport(db, importId))) return
    try {
      const bytes = await bytesOfFile(db, wanted.attachmentId)
      const report = await importRows(database, db.workspaceId, readRows({ kind: 'bytes', name: wanted.name, bytes }), {
        mapping: wanted.mapping,
        zone: await workspaceZone(db),
        dryRun: wanted.dryRun,
        now: tools.now,
        progress: (sofar) => noteProgress(db, importId, sofar),
        cancelled: async () => (await importById(db, importId))?.state === 'cancelled',
      })
      await db.transaction(async (tx) => {
        const now = tools.now()
        if (!(await endImport(tx, importId, 'done', null, now)) || wanted.dryRun) return
        await removeFiles(tx, [wanted.attachmentId])
        if (wanted.createdBy === null) return
        const facts = { name: wanted.name, added: report.added, refused: report.refusedCount }
        await notify(tx, {
          personId: wanted.createdBy,
          kind: 'import-done',
          subject: publicIdOf('import', importId),
          facts,
          dedupe: `import ${importId}`,
          now,
        })
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message: detail, facts } = error
      await endImport(db, importId, 'failed', { code, detail, facts: { ...facts } }, tools.now())
    }
  },
})

/** Safe to run twice: it only deletes. A file that was looked at or tried may still be read in on the same day. */
export const forgetFiles = defineJob({
  name: 'channels.forget-import-files',
  every: '1 hour',
  async runOnce({ database, now }) {
    return { files: await forgetImportFiles(database.lookups, plus(now, -DAY)) }
  },
})
