import type { Instant } from '../../shared/time/instant.ts'
import { applies, type Condition, type Heard } from './condition.ts'

export type RoutingRule = { name: string; when: Condition; team: string }
export type Routing = { rules: readonly RoutingRule[]; otherwise: string | null; loadCap: number }

/** Nobody is given more open cases than this unless Settings say so. */
export const DEFAULT_LOAD_CAP = 40
export const DEFAULT_ROUTING: Routing = { rules: [], otherwise: null, loadCap: DEFAULT_LOAD_CAP }

/** The team of the first rule that applies, else the one for everything else; null: all who answer. */
export function teamFor(heard: Heard, { rules, otherwise }: Routing): string | null {
  return rules.find(({ when }) => applies(when, heard))?.team ?? otherwise
}

/** Someone who may be given a case. */
export type Candidate = { personId: string; away: boolean; open: number; lastAssignedAt: Instant | null }

/**
 * Whose turn it is: the fewest open cases, then the longest without a new one, then by id so that two nodes agree.
 * People who are away or at the cap are left out; null when nobody is left, and the case waits in the pool.
 */
export function nextOwner(candidates: readonly Candidate[], loadCap: number): string | null {
  const free = candidates.filter(({ away, open }) => !away && open < loadCap)
  free.sort(
    (a, b) =>
      a.open - b.open ||
      (a.lastAssignedAt ?? -Infinity) - (b.lastAssignedAt ?? -Infinity) ||
      (a.personId < b.personId ? -1 : 1),
  )
  return free[0]?.personId ?? null
}
