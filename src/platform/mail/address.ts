/** What may stand in the head of a mail. A line break in any of it would let its writer add heads of their own. */

/** One address, without a name. */
const ADDRESS = /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]]{1,190}$/

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text)

const BREAKS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g

/** A subject or a name in one line. */
export const oneLine = (text: string): string => text.replaceAll(BREAKS, ' ').trim()

/** These are ours to write. */
const OURS = new Set([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
])

/** @throws RangeError naming the head that cannot be written */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name) || OURS.has(name.toLowerCase()))
      throw new RangeError(`mail: not a head to be set: ${name.slice(0, 60)}`)
    if (oneLine(value) !== value.trim() || value.length > 2_000)
      throw new RangeError(`mail: the head ${name} is not one line`)
  }
}
