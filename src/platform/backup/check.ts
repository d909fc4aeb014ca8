import { createHash, type Hash } from 'node:crypto'
import { StartRefusal } from '../errors.ts'
import { damaged, readFrames } from './frames.ts'
import { type Head, partOf, type Tail } from './parts.ts'

/**
 * Reads a backup from end to end.
 *
 * @throws StartRefusal when rows or bytes differ from what the file says of itself
 */
export async function checkBackup(path: string): Promise<{ head: Head; tail: Tail }> {
  const seen = new Map<string, string>()
  let head: Head | null = null
  let tail: Tail | null = null
  let open: { name: string; hash: Hash } | null = null
  for await (const frame of readFrames(path)) {
    if (open !== null && frame.length > 0) {
      open.hash.update(frame)
    } else if (open !== null) {
      seen.set(open.name, open.hash.digest('hex'))
      open = null
    } else {
      const part = partOf(frame, path)
      if (part.kind === 'head') head = part
      if (part.kind === 'table') open = { name: part.name, hash: createHash('sha256') }
      if (part.kind === 'tail') tail = part
    }
  }
  if (head === null) throw damaged(path)
  return { head, tail: requireWhole(path, tail, seen) }
}

function requireWhole(path: string, tail: Tail | null, seen: ReadonlyMap<string, string>): Tail {
  if (tail === null) throw new StartRefusal(`${path} is cut off: it was not written to its end.`)
  for (const [name, { sha256 }] of Object.entries(tail.tables)) {
    if (seen.get(name) !== sha256)
      throw new StartRefusal(`${path} is damaged: the table ${name} is not as it was written.`)
  }
  return tail
}
