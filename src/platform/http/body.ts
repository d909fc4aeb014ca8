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

/**
 * The body as JSON; undefined when there is none.
 *
 * @throws Refusal 'malformed' when it is not JSON in UTF-8
 */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw notJson()
    throw error
  }
}
