const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const DASH = 0x2d
const LETTERS = 0x61
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
  let digits = ''
  // 26 digits hold 130 bits, so the first two are 0. Whole numbers in place of BigInt: a list writes hundreds of ids.
  let held = 0
  let bits = 2
  for (let i = 0; i < uuid.length; i++) {
    const unit = uuid.charCodeAt(i)
    if (unit === DASH) continue
    held = ((held << 4) | (unit < LETTERS ? unit - 0x30 : unit - 0x57)) & 0xff
    bits += 4
    if (bits < 5) continue
    bits -= 5
    digits += ALPHABET[(held >> bits) & 31]
  }
  return `${kind}_${digits}`
}

/** Reads what `publicIdOf` wrote; null when it is not an id of that kind. */
export function uuidOf(kind: string, publicId: string): string | null {
  if (publicId.length !== kind.length + 27 || !publicId.startsWith(`${kind}_`)) return null
  let hex = ''
  let held = 0
  let bits = -2
  for (let i = kind.length + 1; i < publicId.length; i++) {
    const digit = ALPHABET.indexOf(publicId[i]!)
    if (digit < 0 || (bits === -2 && digit > 7)) return null
    held = ((held << 5) | digit) & 0x1ff
    bits += 5
    while (bits >= 4) {
      bits -= 4
      hex += ((held >> bits) & 15).toString(16)
    }
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
