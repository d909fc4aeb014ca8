import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { ImportList, ImportPreview, ImportView, importId, NewImport } from '../../shared/contracts/imports.ts'
import { type Import, importById, newestImports } from './import.store.ts'
import { cancelImport, noSuchImport, previewImport, startImport, UPLOAD_LIMIT } from './import-start.actions.ts'

const who = can('feedback:import')
const params = z.object({ importId })

const viewOf = ({ attachmentId: _, mapping: __, createdBy: ___, ...view }: Import) => view

const postFile = route({
  method: 'POST',
  path: '/api/v1/import-files',
  who,
  summary: 'Upload a file (.csv .tsv .jsonl .xlsx) as the body and see how it would be read',
  query: z.strictObject({ name: z.string().min(1).max(200) }),
  bytes: true,
  bodyLimit: UPLOAD_LIMIT,
  reply: ImportPreview,
  status: 201,
  run: ({ query, bytes, db, now }) => previewImport(db, { name: query.name, bytes, now }),
})

const postImport = route({
  method: 'POST',
  path: '/api/v1/imports',
  who,
  summary: 'Read an uploaded file in, or only count what that would do (dryRun)',
  body: NewImport,
  reply: z.strictObject({ id: importId }),
  status: 202,
  run: async ({ body, db, user, origin, now }) => ({
    id: await startImport(db, body, { by: user.id, address: origin.address, now }),
  }),
})

const listImports = route({
  method: 'GET',
  path: '/api/v1/imports',
  who,
  summary: 'The newest imports',
  reply: ImportList,
  run: async ({ db }) => ({ items: (await newestImports(db, 50)).map(viewOf) }),
})

const getImport = route({
  method: 'GET',
  path: '/api/v1/imports/:importId',
  who,
  summary: 'How far an import is',
  params,
  reply: ImportView,
  async run({ params: { importId: id }, db }) {
    const found = await importById(db, id)
    if (found === null) throw noSuchImport()
    return viewOf(found)
  },
})

const deleteImport = route({
  method: 'DELETE',
  path: '/api/v1/imports/:importId',
  who,
  summary: 'Stop an import; what was added stays',
  params,
  run: ({ params: { importId: id }, db, now }) => cancelImport(db, id, now),
})

export const importRoutes: readonly Route[] = [postFile, postImport, listImports, getImport, deleteImport]
