import type { Classifier } from './classifier.ts'

/** A classifier to be kept: a head to be read by people and programs as JSON, and the numbers of its features as bytes. */
export type Packed = { head: PackedHead; body: Uint8Array }

export type PackedHead = Pick<Classifier, 'several' | 'sharpness' | 'cut' | 'neverEmpty' | 'odds' | 'offsets'> & {
  form: typeof FORM
  labels: string[]
  scales: number[]
  biases: number[]
  features: number
}

/** Changes when what is written can no longer be read by what reads it. */
const FORM = 'classifier-2'

/** Writes hashes, tellings and weights one after the other, little-endian. */
export function packClassifier({ hashes, tellings, weights, scales, biases, labels, ...judge }: Classifier): Packed {
  const body = new Uint8Array(hashes.length * 8 + weights.length)
  const view = new DataView(body.buffer)
  for (const [i, hash] of hashes.entries()) view.setUint32(i * 4, hash, true)
  for (const [i, telling] of tellings.entries()) view.setFloat32((hashes.length + i) * 4, telling, true)
  body.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), hashes.length * 8)
  const { several, sharpness, cut, neverEmpty, odds, offsets } = judge
  const head: PackedHead = {
    form: FORM,
    labels: [...labels],
    several,
    sharpness,
    cut,
    neverEmpty,
    odds,
    offsets: [...offsets],
    scales: [...scales],
    biases: [...biases],
    features: hashes.length,
  }
  return { head, body }
}

/**
 * Reads what `packClassifier` wrote.
 *
 * @throws RangeError when it is of another form, or cut short
 */
export function unpackClassifier({ head, body }: Packed): Classifier {
  const { form, features, labels, scales, biases, ...judge } = head
  if (form !== FORM) throw new RangeError('unpackClassifier: this is no classifier that this version reads')
  if (
    body.length !== features * (8 + biases.length) ||
    scales.length !== biases.length ||
    biases.length < labels.length
  )
    throw new RangeError('unpackClassifier: this classifier is not whole')
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  return {
    ...judge,
    labels,
    hashes: Uint32Array.from({ length: features }, (_, i) => view.getUint32(i * 4, true)),
    tellings: Float32Array.from({ length: features }, (_, i) => view.getFloat32((features + i) * 4, true)),
    weights: new Int8Array(body.slice(features * 8).buffer),
    scales: Float32Array.from(scales),
    biases: Float32Array.from(biases),
  }
}
