import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/time/instant.ts'
import type { Db } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { safeName, safeType } from './file-name.ts'
import { insertFile } from './files.store.ts'

/** The largest attachment, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024

/**
 * Keeps a file in the transaction of what it belongs to.
 *
 * @param file.name         as somebody called it; paths and control characters are taken out
 * @param file.contentType  as somebody said; what cannot be one becomes application/octet-stream
 * @param file.limit        the most bytes; FILE_LIMIT unless said
 * @returns the new file's id
 * @throws  Refusal 'too-large'
 */
export async function saveFile(
  tx: Db,
  file: { name: string; contentType: string; bytes: Uint8Array; now: Instant; limit?: number },
): Promise<string> {
  const limit = file.limit ?? FILE_LIMIT
  if (file.bytes.byteLength > limit)
    throw new Refusal('too-large', 'file.too-large', `A file may have at most ${limit} bytes.`, { limit })
  const id = newId(file.now)
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await insertFile(tx, {
    id,
    name: safeName(file.name),
    contentType: safeType(file.contentType),
    sha256,
    bytes,
    now: file.now,
  })
  return id
}
