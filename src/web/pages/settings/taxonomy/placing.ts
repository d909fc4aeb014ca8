/** Voices of a category that is parted: where each goes, and whether a person said so or it is only proposed. */

type Proposed = { feedbackId: string; text: string; part: number | null; confidence: number }

export type PlacedVoice = { feedbackId: string; text: string; part: number | null; isMine: boolean }

/** As proposed; those that belong clearly to nothing come last, for a person decides about them. */
export const asProposed = (voices: readonly Proposed[]): PlacedVoice[] =>
  [...voices]
    .sort((a, b) => Number(a.part === null) - Number(b.part === null))
    .map(({ feedbackId, text, part }) => ({ feedbackId, text, part, isMine: false }))

/** A person puts one voice into a part, or into none. */
export const putInto = (voices: readonly PlacedVoice[], id: string, part: number | null): PlacedVoice[] =>
  voices.map((voice) => (voice.feedbackId === id ? { ...voice, part, isMine: true } : voice))

/** A person takes every proposal. */
export const takeAll = (voices: readonly PlacedVoice[]): PlacedVoice[] =>
  voices.map((voice) => (voice.part === null ? voice : { ...voice, isMine: true }))

/** What a person filed, as it is sent: what is only proposed is left to be read again. */
export const filedOf = (voices: readonly PlacedVoice[]): { feedbackId: string; part: number }[] =>
  voices.flatMap(({ feedbackId, part, isMine }) => (isMine && part !== null ? [{ feedbackId, part }] : []))

/** The voices of one part, of none (null), or all of them. */
export const inPart = (voices: readonly PlacedVoice[], part: number | null | 'all'): PlacedVoice[] =>
  part === 'all' ? [...voices] : voices.filter((voice) => voice.part === part)
