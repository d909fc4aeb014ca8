import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Instant } from '../shared/time/instant.ts'

let last = 0
let sequence = 0

/**
 * A UUIDv7: ordered by time, and within one process strictly ordered.
 *
 * @source RFC 9562, section 5.7, with rand_a as a counter (method 1)
 */
export function newId(now: Instant = Date.now() as Instant): string {
  const ms = Math.max(now, 0)
  if (ms === last) sequence = Math.min(sequence + 1, 0xfff)
  else {
    last = ms
    sequence = randomInt(0x400)
  }
  const time = Math.floor(ms).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`
}

/** An opaque secret of `bytes` random bytes, for links, sessions and keys. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url')

const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

let bytes = Buffer.alloc(0)
let used = 0

/** Random bytes drawn by the page: asking the system for a few at a time costs more than all else of an id. */
function nextByte(): number {
  if (used === bytes.length) {
    bytes = randomBytes(4_096)
    used = 0
  }
  return bytes[used++] ?? 0
}

/** A query code people can read out: 12 of 31 characters in three groups, 59 bits. */
export function newQueryCode(): string {
  let code = ''
  while (code.length < 14) {
    // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
    for (let i = 0; i < 16; i++) {
      const byte = nextByte()
      if (byte >= 248 || code.length === 14) continue
      code += CODE_ALPHABET[byte % 31]
      if (code.length === 4 || code.length === 9) code += '-'
    }
  }
  return code
}
