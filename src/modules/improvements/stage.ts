import type { Verdict } from '../../engine/statistics/verification.ts'
import { STAGES, type Stage } from '../../shared/contracts/improvements.ts'

/** How far an improvement has come. `declined` is an outcome too: those who asked are told why. */
export { STAGES, type Stage }

/** Who may make the move: a person by hand, or only the result of a verification. */
type Move = { by: 'person' | 'verdict'; reason: 'needed' | 'optional' }

const PLAIN: Move = { by: 'person', reason: 'optional' }
const WITH_REASON: Move = { by: 'person', reason: 'needed' }
const BY_VERDICT: Move = { by: 'verdict', reason: 'optional' }

/** Forward is free; back, aside and reopening say why; verified and not-verified are never set by hand. */
const MOVES: Record<Stage, Partial<Record<Stage, Move>>> = {
  proposed: { accepted: PLAIN, declined: WITH_REASON },
  accepted: { building: PLAIN, proposed: WITH_REASON, declined: WITH_REASON },
  building: { shipped: PLAIN, accepted: WITH_REASON, declined: WITH_REASON },
  shipped: { verified: BY_VERDICT, 'not-verified': BY_VERDICT, building: WITH_REASON },
  verified: { accepted: WITH_REASON },
  'not-verified': { accepted: WITH_REASON, building: WITH_REASON, declined: WITH_REASON },
  declined: { proposed: WITH_REASON },
}

export type MoveRefused = 'same-stage' | 'no-such-move' | 'only-by-verdict' | 'reason-missing' | 'plan-not-frozen'

export type MoveRequest = {
  from: Stage
  to: Stage
  by: 'person' | 'verdict'
  reason: string
  /** Whether a verification plan is frozen: without one, nothing ships. */
  planFrozen: boolean
}

/** Whether an improvement may move, and if not, why. */
export function judgeMove({
  from,
  to,
  by,
  reason,
  planFrozen,
}: MoveRequest): { ok: true } | { ok: false; why: MoveRefused } {
  if (from === to) return { ok: false, why: 'same-stage' }
  const move = MOVES[from][to]
  if (move === undefined) return { ok: false, why: 'no-such-move' }
  if (move.by === 'verdict' && by === 'person') return { ok: false, why: 'only-by-verdict' }
  if (move.reason === 'needed' && reason.trim() === '') return { ok: false, why: 'reason-missing' }
  if (to === 'shipped' && !planFrozen) return { ok: false, why: 'plan-not-frozen' }
  return { ok: true }
}

/** The stages a person may choose next, with whether a reason must be given; for the board. */
export function movesByHand(from: Stage): { to: Stage; reasonNeeded: boolean }[] {
  return STAGES.flatMap((to) => {
    const move = MOVES[from][to]
    return move?.by === 'person' ? [{ to, reasonNeeded: move.reason === 'needed' }] : []
  })
}

/** Where a verdict takes a shipped improvement; null when it decides nothing, and it stays shipped. */
export function stageAfter(verdict: Verdict): 'verified' | 'not-verified' | null {
  if (verdict === 'too-few') return null
  return verdict === 'worked' ? 'verified' : 'not-verified'
}
