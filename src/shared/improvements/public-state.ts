/** Where an improvement stands, as the public page says it. */
type Stage = 'proposed' | 'accepted' | 'building' | 'shipped' | 'verified' | 'not-verified' | 'declined'

/**
 * The stage, or 'reopened' for what was shipped, did not help and is being worked on again: its stage alone would read
 * as if nothing had been done yet.
 */
export function publicState(stage: Stage, verdict: string | null): Stage | 'reopened' {
  const isOver = stage === 'verified' || stage === 'declined'
  return !isOver && (verdict === 'no-evidence' || verdict === 'worse') ? 'reopened' : stage
}
