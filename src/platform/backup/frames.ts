/**
 * The file of a backup: frames, each a length and bytes, behind one line that names the format; all of
 * it compressed. A frame is JSON (what follows) or data (rows as COPY writes them).
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { reasonOf, StartRefusal } from '../errors.ts'

const MAGIC = 'huixiang backup 1\n'

/** More is never written at once, so a length beyond it is damage and not an order for memory. */
const MOST_BYTES = 64 * 1024 * 1024

export type FrameWriter = {
  write(bytes: Uint8Array): Promise<void>
  end(): Promise<void>
  /** Gives up and takes the unfinished file away. */
  drop(): void
}

/** Opens a new file, readable by its owner alone; an existing one is refused. */
export async function writeFrames(path: string): Promise<FrameWriter> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  await once(file, 'open').catch((error: Error) => {
    throw notWritable(path, error)
  })
  const zip = createGzip({ level: 3 })
  // Looked at when something is written or at the end: a disk that fills up must not pass unnoticed.
  let broken: Error | null = null
  const done = pipeline(zip, file).catch((error: Error) => {
    broken = notWritable(path, error)
  })
  const push = async (bytes: Uint8Array) => {
    if (broken === null && !zip.write(bytes)) await Promise.race([once(zip, 'drain'), done])
    if (broken !== null) throw broken
  }
  await push(Buffer.from(MAGIC))
  return {
    async write(bytes) {
      if (bytes.byteLength > MOST_BYTES) throw new RangeError('writeFrames: a frame is too long')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.byteLength)
      await push(length)
      await push(bytes)
    },
    async end() {
      zip.end()
      await done
      if (broken !== null) throw broken
    },
    drop() {
      zip.destroy()
      rmSync(path, { force: true })
    },
  }
}

function notWritable(path: string, error: Error & { code?: string }): Error {
  if (error.code === 'EEXIST')
    return new StartRefusal(`${path} is there already: choose another name, backups never overwrite.`)
  return new StartRefusal(`${path} cannot be written (${reasonOf(error)}).`, { cause: error })
}

/**
 * The frames of a backup, in order.
 *
 * @throws StartRefusal when the file is not there, is not a backup, is damaged or ends too early
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
      const length = (await take(4))?.readUInt32BE()
      if (length === undefined) return
      if (length > MOST_BYTES) throw damaged(path)
      const frame = await take(length)
      if (frame === null) throw new StartRefusal(`${path} is cut off: it was not written to its end.`)
      yield frame
    }
  } catch (error) {
    throw notReadable(path, error)
  } finally {
    source.destroy()
    zip.destroy()
  }
}

export const damaged = (path: string, cause?: unknown) =>
  new StartRefusal(`${path} is damaged or not a backup of Huixiang.`, { cause })

function notReadable(path: string, error: unknown): unknown {
  if (error instanceof StartRefusal || !(error instanceof Error && 'code' in error)) return error
  if (error.code === 'ENOENT') return new StartRefusal(`There is no file ${path}.`, { cause: error })
  if (error.code === 'Z_BUF_ERROR')
    return new StartRefusal(`${path} is cut off: it was not written to its end.`, { cause: error })
  if (String(error.code).startsWith('Z_')) return damaged(path, error)
  return new StartRefusal(`${path} cannot be read (${error.message}).`, { cause: error })
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
