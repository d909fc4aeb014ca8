import { z } from 'zod'
import { attachmentId } from '../../shared/contracts/values.ts'
import { uuidOf } from '../../shared/ids/public-id.ts'
import { Refusal } from '../errors.ts'
import { can, type Page, page, type Route, route, signedIn } from '../http/route.ts'
import { FILE_LIMIT, saveFile } from './files.actions.ts'
import { fileFacts, readFile, type StoredFile } from './files.store.ts'

const FileView = z.strictObject({ id: attachmentId, name: z.string(), contentType: z.string(), size: z.number().int() })

const postFile = route({
  method: 'POST',
  path: '/api/v1/files',
  who: can('feedback:add'),
  summary:
    'Upload a file of up to 10 MB as the body, with its content-type; name it by ?name=. Name its id where it belongs.',
  query: z.strictObject({ name: z.string().min(1).max(300) }),
  reply: FileView,
  status: 201,
  bytes: true,
  bodyLimit: FILE_LIMIT,
  async run({ query, bytes, db, now, origin }) {
    if (bytes.byteLength === 0) throw new Refusal('invalid', 'file.empty', 'The body is empty.')
    return await db.transaction(async (tx) => {
      const id = await saveFile(tx, { name: query.name, contentType: origin.header('content-type') ?? '', bytes, now })
      const [facts] = await fileFacts(tx, [id])
      if (facts === undefined) throw new Error('a file that was just saved is not there')
      return facts
    })
  },
})

const getFile = page({
  method: 'GET',
  path: '/api/v1/files/:fileId',
  who: signedIn,
  async run({ params, user, database }) {
    const id = uuidOf('file', params.fileId ?? '')
    const file = id === null || user === null ? null : await readFile(database.in(user.workspaceId), id)
    return downloadOf(file)
  },
})

/**
 * Always as a download: what somebody sent must not run as a page of ours.
 *
 * @throws Refusal where there is no such file
 */
export function downloadOf(file: StoredFile | null): Response {
  if (file === null) throw new Refusal('not-found', 'file.not-found', 'There is no such file.')
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': file.contentType,
      'content-disposition': dispositionOf(file.name),
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=86400, immutable',
    },
  })
}

/** @source RFC 6266 and RFC 8187: a plain name for old readers, the real one in UTF-8 */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

export const fileRoutes: readonly Route[] = [postFile]
export const filePages: readonly Page[] = [getFile]
