/** What stands in a backup, in this order: head, tables each with its rows, counters, work, tail. */
import type { Parcel } from '../jobs/queue.ts'
import { damaged } from './frames.ts'

export type Head = {
  kind: 'head'
  takenAt: string
  /** The installation's secret, when it is kept in its data folder. */
  secret: string | null
  /** Sealed with the secret, so that a restore can tell whether it has the right one. */
  proof: string
  migrations: { number: number; name: string; checksum: string }[]
}

/** Behind it come frames of rows as COPY writes them, and an empty frame. */
export type TablePart = { kind: 'table'; name: string; columns: string[] }
/** The last number that each sequence gave out. */
export type CountersPart = { kind: 'counters'; values: Record<string, number> }
/** Work that waits or was under way. */
export type WorkPart = { kind: 'work'; parcels: Parcel[] }
/** Work that failed for good. */
export type DeadPart = { kind: 'dead'; letters: { data: Parcel; output: unknown; createdOn: string }[] }
export type Sum = { rows: number; sha256: string }
export type Tail = { kind: 'tail'; tables: Record<string, Sum> }
export type Part = Head | TablePart | CountersPart | WorkPart | DeadPart | Tail

/** What a proof says once it is opened. */
export const PROOF = 'huixiang backup'

export const frameOf = (part: Part): Buffer => Buffer.from(JSON.stringify(part))

/** @throws StartRefusal when the frame is no part of a backup */
export function partOf(frame: Buffer, path: string): Part {
  try {
    return JSON.parse(frame.toString()) as Part
  } catch (error) {
    throw damaged(path, error)
  }
}
