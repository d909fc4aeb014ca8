/** The trained models that ship, in the one folder that may be replaced by models of one's own. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf, StartRefusal } from '../errors.ts'

export const MODEL_NAMES = ['sentiment', 'clauses', 'intent', 'emotion', 'meaning'] as const
export type ModelName = (typeof MODEL_NAMES)[number]

/** Each as bytes for the engine, in memory that threads share. */
export type Models = Readonly<Record<ModelName, Uint8Array>>

export const MODELS = join(import.meta.dirname, '../../../models')

/** A file ends with the SHA-256 of what is before, so that one cut short or changed is known. */
const SEAL = 32
const sealOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export const sealed = (bytes: Uint8Array): Uint8Array => Buffer.concat([bytes, sealOf(bytes)])

/** @throws StartRefusal when a file is missing or broken; nothing is judged by half a model */
export function readModels(folder = MODELS): Models {
  return Object.fromEntries(MODEL_NAMES.map((name) => [name, readModel(name, folder)])) as Models
}

/** Each is read when it is first asked for: a command that needs one does not wait for the others. Throws as `readModels`, then. */
export function modelsOnDemand(folder = MODELS): Models {
  const read: Partial<Record<ModelName, Uint8Array>> = {}
  const models = {}
  for (const name of MODEL_NAMES)
    Object.defineProperty(models, name, {
      enumerable: true,
      get: () => {
        read[name] ??= readModel(name, folder)
        return read[name]
      },
    })
  return models as Models
}

/** One of them; see `readModels`. */
export const readModel = (name: ModelName, folder = MODELS): Uint8Array => bytesOf(join(folder, `${name}.bin`), name)

function bytesOf(file: string, name: string): Uint8Array {
  const again = `Bring it back from the release, or make it: npm run train -- ${name}`
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new StartRefusal(`The model ${file} cannot be read (${reasonOf(error)}). ${again}`)
  }
  const content = bytes.subarray(0, Math.max(bytes.length - SEAL, 0))
  if (!sealOf(content).equals(bytes.subarray(content.length)))
    throw new StartRefusal(`The model ${file} is broken: it was changed or cut short. ${again}`)
  const shared = new Uint8Array(new SharedArrayBuffer(content.length))
  shared.set(content)
  return shared
}
