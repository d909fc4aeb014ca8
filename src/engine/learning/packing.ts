import { LEARNED_FIELDS, type LearnedField, type Plane } from './layer.ts'

/** Planes to be kept: a head to be read as JSON, and for each plane its hashes and weights as bytes, little-endian. */
export type PackedPlanes = {
  head: {
    form: typeof FORM
    planes: { field: LearnedField; label: string; bias: number; unit: number; size: number }[]
  }
  body: Uint8Array
}

/** Changes when what is written can no longer be read by what reads it, or grams are hashed otherwise. */
const FORM = 'planes-1'
const BYTES_A_GRAM = 5

/** False for what an earlier version wrote in another form: it is to be learned anew. */
export const isReadable = (head: { form: string }): boolean => head.form === FORM

export function packPlanes(planes: readonly Plane[]): PackedPlanes {
  const body = new Uint8Array(planes.reduce((sum, { hashes }) => sum + hashes.length * BYTES_A_GRAM, 0))
  const view = new DataView(body.buffer)
  let at = 0
  for (const { hashes, weights } of planes) {
    for (const hash of hashes) {
      view.setUint32(at, hash, true)
      at += 4
    }
    body.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at)
    at += weights.length
  }
  const heads = planes.map(({ field, label, bias, unit, hashes }) => ({
    field,
    label,
    bias,
    unit,
    size: hashes.length,
  }))
  return { head: { form: FORM, planes: heads }, body }
}

/**
 * Reads what `packPlanes` wrote.
 *
 * @throws RangeError when it is of another form, or cut short
 */
export function unpackPlanes({ head, body }: PackedPlanes): Plane[] {
  if (!isReadable(head)) throw new RangeError('unpackPlanes: this is nothing that this version reads')
  if (body.length !== head.planes.reduce((sum, { size }) => sum + size * BYTES_A_GRAM, 0))
    throw new RangeError('unpackPlanes: these planes are not whole')
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  let at = 0
  return head.planes.map(({ size, ...plane }) => {
    if (!LEARNED_FIELDS.includes(plane.field)) throw new RangeError(`unpackPlanes: no field is called ${plane.field}`)
    const hashes = Uint32Array.from({ length: size }, (_, i) => view.getUint32(at + i * 4, true))
    const weights = new Int8Array(body.slice(at + size * 4, at + size * BYTES_A_GRAM).buffer)
    at += size * BYTES_A_GRAM
    return { ...plane, hashes, weights }
  })
}
