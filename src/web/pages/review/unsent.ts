/** Judgements that the server has not taken yet, kept in this browser: neither a lost line nor a closed tab loses one. */
import { readStored, writeStored } from '../../stored.ts'
import type { Given } from './judgement.ts'

export type Unsent = Readonly<Record<string, Given>>

const nameFor = (owner: string) => `review.unsent.${owner}`

/** What is still to be sent. What cannot be read is given up: it was written by another version of this page. */
export function readUnsent(owner: string): Unsent {
  try {
    const kept: unknown = JSON.parse(readStored(nameFor(owner)) ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Unsent) : {}
  } catch {
    return {}
  }
}

export function keepUnsent(owner: string, unsent: Unsent): void {
  writeStored(nameFor(owner), Object.keys(unsent).length === 0 ? null : JSON.stringify(unsent))
}
