import type { Instant } from '../../shared/time/instant.ts'
import { at, type Db, sql } from '../db/db.ts'

export type FileFacts = { id: string; name: string; contentType: string; size: number }
/** A file `a` as JSON, bytes and all, for a person's own copy. */
export const FILE = sql`jsonb_build_object('name', a.name, 'contentType', a.content_type, 'size', a.size, 'base64', translate(encode(a.bytes, 'base64'), E'\n', ''))`

export type StoredFile = FileFacts & { bytes: Uint8Array }

export async function insertFile(
  tx: Db,
  file: { id: string; name: string; contentType: string; sha256: string; bytes: Buffer; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO attachments (id, name, content_type, size, sha256, bytes, created_at)
    VALUES (${file.id}, ${file.name}, ${file.contentType}, ${file.bytes.byteLength}, ${file.sha256}, ${file.bytes}, ${at(file.now)})`)
}

export function readFile(db: Db, id: string): Promise<StoredFile | null> {
  return db.maybe<StoredFile>(
    sql`SELECT id, name, content_type AS "contentType", size, bytes FROM attachments WHERE id = ${id}`,
  )
}

/** What is known of files, without their bytes; those that do not exist are left out. */
export function fileFacts(db: Db, ids: readonly string[]): Promise<FileFacts[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many<FileFacts>(
    sql`SELECT id, name, content_type AS "contentType", size FROM attachments WHERE id = ANY(${ids}::uuid[]) ORDER BY id`,
  )
}

export async function removeFiles(tx: Db, ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? 0 : await tx.run(sql`DELETE FROM attachments WHERE id = ANY(${ids}::uuid[])`)
}

/** The file's bytes. Not there is a bug: who names a file holds it. */
export async function bytesOfFile(db: Db, id: string): Promise<Uint8Array> {
  return (await db.one<{ bytes: Uint8Array }>(sql`SELECT bytes FROM attachments WHERE id = ${id}`)).bytes
}
