const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Writes a UUID the way people see it: what it is, then 26 characters without look-alikes.
 *
 * @param kind short prefix, for example 'fb'
 * @param uuid lower-case UUID with dashes
 * @returns    `fb_` and 26 characters of Crockford base 32 (128 bits, big end first)
 * @throws     RangeError when `uuid` is not a UUID
 * @source     Crockford base 32, in lower case as in the TypeID convention
 */
export function publicIdOf(kind: string, uuid: string): string {
  if (!UUID.test(uuid)) throw new RangeError('publicIdOf: not a UUID')
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`)
  let digits = ''
  for (let i = 0; i < 26; i++) {
    digits = ALPHABET[Number(rest & 31n)] + digits
    rest >>= 5n
  }
  return `${kind}_${digits}`
}

/** Reads what `publicIdOf` wrote; null when it is not an id of that kind. */
export function uuidOf(kind: string, publicId: string): string | null {
  if (publicId.length !== kind.length + 27 || !publicId.startsWith(`${kind}_`)) return null
  let value = 0n
  for (const char of publicId.slice(kind.length + 1)) {
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) return null
    value = (value << 5n) | BigInt(digit)
  }
  if (value >> 128n) return null
  const hex = value.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
