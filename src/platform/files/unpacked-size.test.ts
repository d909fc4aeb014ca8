import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { unpacksWithin } from './unpacked-size.ts'

/** An archive whose directory and heads say that each part unpacks to nothing. */
function archive(parts: readonly Buffer[], deflated = true): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const packed = deflated ? deflateRawSync(part, { level: 9 }) : part
    const head = Buffer.alloc(31)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(deflated ? 8 : 0, 8)
    head.writeUInt16LE(1, 26)
    const entry = Buffer.alloc(47)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(deflated ? 8 : 0, 10)
    entry.writeUInt16LE(1, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(head, packed)
    directory.push(entry)
    at += head.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end, Buffer.from('a remark')])
}

const MB = 1024 * 1024

describe('unpacksWithin', () => {
  const bomb = archive([Buffer.alloc(40 * MB), Buffer.alloc(40 * MB)])
  const cases: { name: string; bytes: Buffer; limit: number; within: boolean }[] = [
    { name: 'what fits', bytes: archive([Buffer.from('sheet'), Buffer.alloc(MB)]), limit: 2 * MB, within: true },
    { name: 'not packed at all', bytes: archive([Buffer.alloc(MB)], false), limit: MB, within: true },
    { name: 'one part too large', bytes: bomb, limit: 30 * MB, within: false },
    { name: 'parts too large together', bytes: bomb, limit: 60 * MB, within: false },
    { name: 'the same with room', bytes: bomb, limit: 80 * MB, within: true },
    { name: 'no archive', bytes: Buffer.from('text,rating\n好,5\n'), limit: MB, within: false },
    { name: 'nothing', bytes: Buffer.alloc(0), limit: MB, within: false },
    { name: 'half of one', bytes: archive([Buffer.alloc(MB)]).subarray(40), limit: 2 * MB, within: false },
  ]
  for (const { name, bytes, limit, within } of cases)
    it(`${name}: ${within}`, async () => assert.equal(await unpacksWithin(bytes, limit), within))
})
