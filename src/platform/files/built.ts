import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json'])
const packed = promisify(gzip)

type Kept = { plain: Buffer; small: Buffer | null }
const immutable = new Map<string, Kept>()

/**
 * Answers with a file of the build, packed for whoever takes it packed. What never changes under its name is
 * read and packed once.
 *
 * @returns null when there is no such file, or it is of a kind that is not served
 */
export async function answerBuilt(
  path: string,
  { accepts, lasting }: { accepts: string | undefined; lasting: boolean },
): Promise<Response | null> {
  const ending = extname(path)
  const type = TYPES[ending]
  if (type === undefined || path.includes('..')) return null
  const file = immutable.get(path) ?? (await read(path, ending))
  if (file === null) return null
  if (lasting) immutable.set(path, file)
  const small = file.small !== null && /\bgzip\b/.test(accepts ?? '') ? file.small : null
  return new Response(new Uint8Array(small ?? file.plain), {
    headers: {
      'content-type': type,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(small !== null && { 'content-encoding': 'gzip' }),
    },
  })
}

async function read(path: string, ending: string): Promise<Kept | null> {
  try {
    const plain = await readFile(path)
    return { plain, small: PACKED.has(ending) ? await packed(plain, { level: 9 }) : null }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
