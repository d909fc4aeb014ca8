/**
 * The file of a backup: frames, each a length and bytes, behind one line that names the format; all of
 * it compressed. A frame is JSON (what follows) or data (rows as COPY writes them).
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { StartRefusal } from '../errors.ts'

const MAGIC = 'huixiang backup 1\n'

export type FrameWriter = { write(bytes: Uint8Array): Promise<void>; end(): Promise<void> }

/** Opens a new file, readable by its owner alone; an existing one is refused. */
export async function writeFrames(path: string): Promise<FrameWriter> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await once(file, 'open').catch((error: Error & { code?: string }) => {
    throw error.code === 'EEXIST' ? new StartRefusal(`${path} is there already: choose another name, backups never overwrite.`) : error
  })
  const zip = createGzip({ level: 3 })
  zip.pipe(file)
  const push = async (bytes: Uint8Array) => {
    if (!zip.write(bytes)) await once(zip, 'drain')
  }
  await push(Buffer.from(MAGIC))
  return {
    async write(bytes) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.byteLength)
      await push(length)
      await push(bytes)
    },
    async end() {
      zip.end()
      await finished(file)
    },
  }
}

/**
 * The frames of a backup, in order.
 *
 * @throws StartRefusal when the file is not a backup or ends too early
 */
export async function* readFrames(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path)
  const zip = createGunzip()
  source.on('error', (error) => zip.destroy(error))
  const take = reader(source.pipe(zip))
  try {
    const magic = await take(MAGIC.length)
    if (magic?.toString() !== MAGIC) throw new StartRefusal(`${path} is not a backup of Huixiang.`)
    for (;;) {
      const length = await take(4)
      if (length === null) return
      const frame = await take(length.readUInt32BE())
      if (frame === null) throw new StartRefusal(`${path} is cut off: it was not written to its end.`)
      yield frame
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw new StartRefusal(`${path} is damaged or not a backup of Huixiang.`, { cause: error })
    throw error
  } finally {
    source.destroy()
    zip.destroy()
  }
}

/** Takes exactly `n` bytes at a time; null at the end. */
function reader(stream: AsyncIterable<Buffer>): (n: number) => Promise<Buffer | null> {
  const chunks = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (n) => {
    const parts = [rest]
    let size = rest.length
    while (size < n) {
      const { done, value } = await chunks.next()
      if (done) break
      parts.push(value)
      size += value.length
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts)
    rest = all.subarray(n)
    return all.length < n ? null : all.subarray(0, n)
  }
}
