import type { Meaning } from '../../engine/similarity/meaning.ts'
import { type Signature, signatureOf } from '../../engine/similarity/signature.ts'

/** What a voice's copies and kin are found by; null where it says too little for either. */
export type VoiceSignature = { copies: Signature | null; kin: { meaning: Meaning; cell: number } | null }

/** As it is written: the meaning in hexadecimal. */
export type SignatureRow = {
  feedbackId: string
  occurredAt: number
  fingerprint: string | null
  bulk: number
  bands: number[]
  cell: number | null
  meaning: string | null
}

export function signatureRow(
  { feedbackId, occurredAt }: { feedbackId: string; occurredAt: number },
  { copies, kin }: VoiceSignature,
  workspaceId: string,
): SignatureRow {
  return {
    feedbackId,
    occurredAt,
    fingerprint: copies?.fingerprint ?? null,
    bulk: copies?.bulk ?? 0,
    bands: bandsIn(workspaceId, copies?.bands ?? []),
    cell: kin?.cell ?? null,
    meaning: kin === null ? null : hexOf(kin.meaning),
  }
}

/** One index of bands serves all workspaces: each has numbers of its own, so that none has to walk over another's. */
function bandsIn(workspaceId: string, bands: readonly number[]): number[] {
  const own = Number.parseInt(workspaceId.slice(-8), 16) | 0
  return bands.map((band) => band ^ own)
}

/** The numbers that near-copies of a text share one of, in this workspace; none when it says too little. */
export const bandsOf = (text: string, workspaceId: string): number[] =>
  bandsIn(workspaceId, signatureOf(text)?.bands ?? [])

const hexOf = (meaning: Meaning): string =>
  Array.from(meaning, (x) => (x & 0xff).toString(16).padStart(2, '0')).join('')
