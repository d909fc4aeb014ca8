import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/time/instant.ts'
import { at, type Db, sql } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'

/** The largest file, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024

export type FileFacts = { id: string; name: string; contentType: string; size: number }
export type StoredFile = FileFacts & { bytes: Uint8Array }

/**
 * Keeps a file in the transaction of what it belongs to.
 *
 * @param file.name         as somebody called it; paths and control characters are taken out
 * @param file.contentType  as somebody said; what cannot be one becomes application/octet-stream
 * @returns the new file's id
 * @throws  Refusal 'too-large' beyond FILE_LIMIT
 */
export async function saveFile(tx: Db, file: { name: string; contentType: string; bytes: Uint8Array; now: Instant }): Promise<string> {
  if (file.bytes.byteLength > FILE_LIMIT) throw new Refusal('too-large', 'file.too-large', `A file may have at most ${FILE_LIMIT} bytes.`, { limit: FILE_LIMIT })
  const id = newId(file.now)
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  await tx.run(sql`
    INSERT INTO attachments (id, name, content_type, size, sha256, bytes, created_at)
    VALUES (${id}, ${safeName(file.name)}, ${safeType(file.contentType)}, ${bytes.byteLength}, ${createHash('sha256').update(bytes).digest('hex')}, ${bytes}, ${at(file.now)})`)
  return id
}

export function readFile(db: Db, id: string): Promise<StoredFile | null> {
  return db.maybe<StoredFile>(sql`SELECT id, name, content_type AS "contentType", size, bytes FROM attachments WHERE id = ${id}`)
}

/** What is known of files, without their bytes; those that do not exist are left out. */
export function fileFacts(db: Db, ids: readonly string[]): Promise<FileFacts[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many<FileFacts>(sql`SELECT id, name, content_type AS "contentType", size FROM attachments WHERE id = ANY(${ids}::uuid[]) ORDER BY id`)
}

export async function removeFiles(tx: Db, ids: readonly string[]): Promise<number> {
  return ids.length === 0 ? 0 : await tx.run(sql`DELETE FROM attachments WHERE id = ANY(${ids}::uuid[])`)
}

/** The last part of a path, without what could break a header, a shell or a folder; never empty, at most 200 characters. */
export function safeName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const chars = [...plain]
  if (chars.length <= 200) return plain || 'file'
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  return chars.slice(0, 200 - extension.length).join('') + extension
}

/** A media type without parameters, in lower case. */
export const safeType = (given: string): string => /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,80}(?=$|\s*;)/.exec(given.trim().toLowerCase())?.[0] ?? 'application/octet-stream'
