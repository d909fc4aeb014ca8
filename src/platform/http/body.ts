import { notJson, tooLarge } from './refusals.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The body's bytes.
 *
 * @throws Refusal 'too-large' as soon as more than `limit` bytes are announced or have come
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  if (request.headers.has('content-length')) return new Uint8Array(await request.arrayBuffer())
  if (request.body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body) {
    size += part.byteLength
    if (size > limit) throw tooLarge(limit)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** No shape of ours nests so deep, and what recurs through deeper ones would run out of stack. */
const DEEPEST = 100

/**
 * The body as JSON; undefined when there is none.
 *
 * @throws Refusal 'malformed' when it is not JSON in UTF-8, or nests deeper than 100 levels
 */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined
  if (bytes.byteLength > DEEPEST && depthOf(bytes) > DEEPEST) throw notJson()
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw notJson()
    throw error
  }
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d]

/** How deep the lists and objects of a JSON text nest; brackets inside strings do not count. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (quoted) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) quoted = false
    } else if (byte === QUOTE) quoted = true
    else if (byte === BRACE || byte === BRACKET) deepest = Math.max(deepest, ++depth)
    else if (byte === BRACE_END || byte === BRACKET_END) depth--
  }
  return deepest
}
