import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const ENTRY = 0x02014b50
const DEFLATED = 8
/** The end of the directory, with the longest remark behind it. */
const TAIL = 22 + 65_535

/** Where the parts of an archive begin, as its directory says; null when it is none. */
function partsOf(bytes: Buffer): { at: number; deflated: boolean }[] | null {
  let end = bytes.length - 22
  while (end >= 0 && end >= bytes.length - TAIL && bytes.readUInt32LE(end) !== END) end--
  if (end < 0 || bytes.readUInt32LE(end) !== END) return null
  const parts: { at: number; deflated: boolean }[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (at + 46 <= end && bytes.readUInt32LE(at) === ENTRY) {
    const local = bytes.readUInt32LE(at + 42)
    if (local + 30 > bytes.length) return null
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    parts.push({ at: begins, deflated: bytes.readUInt16LE(at + 10) === DEFLATED })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts.length > 0 ? parts : null
}

/**
 * Whether an archive (ZIP) unpacks to at most so many bytes. It is unpacked to see, up to the limit and part by part,
 * because an archive may say anything of its sizes. Parts that are not packed are no larger than the file.
 *
 * @returns false as well when it is no archive, or a damaged one
 */
export async function unpacksWithin(bytes: Buffer, limit: number): Promise<boolean> {
  let left = limit
  for (const { at, deflated } of partsOf(bytes) ?? [{ at: bytes.length, deflated: true }]) {
    if (!deflated) continue
    try {
      left -= (await inflate(bytes.subarray(at), { maxOutputLength: Math.max(1, left) })).length
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false
      throw error
    }
  }
  return left >= 0
}
