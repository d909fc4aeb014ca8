import { FEW_SHOT_FORM, type FewShot } from './few-shot.ts'

/** A category learned from examples, to be kept: a head to be read as JSON, its hashes and weights as bytes, little-endian. */
export type PackedFewShot = { head: { form: string; cut: number; spread: number }; body: Uint8Array }

const BYTES_A_GRAM = 8
const WEIGHT = 4

export function packFewShot({ form, hashes, weights, cut, spread }: FewShot): PackedFewShot {
  const body = new Uint8Array(hashes.length * BYTES_A_GRAM)
  const view = new DataView(body.buffer)
  for (const [i, hash] of hashes.entries()) {
    view.setUint32(i * BYTES_A_GRAM, hash, true)
    view.setFloat32(i * BYTES_A_GRAM + WEIGHT, weights[i]!, true)
  }
  return { head: { form, cut, spread }, body }
}

/**
 * Reads what `packFewShot` wrote.
 *
 * @throws RangeError when it is of another form, or cut short
 */
export function unpackFewShot({ head, body }: PackedFewShot): FewShot {
  if (head.form !== FEW_SHOT_FORM) throw new RangeError('unpackFewShot: this is nothing that this version reads')
  if (body.length % BYTES_A_GRAM !== 0) throw new RangeError('unpackFewShot: these weights are not whole')
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const places = Array.from({ length: body.length / BYTES_A_GRAM }, (_, i) => i * BYTES_A_GRAM)
  return {
    ...head,
    hashes: places.map((at) => view.getUint32(at, true)),
    weights: places.map((at) => view.getFloat32(at + WEIGHT, true)),
  }
}
