import type { CasePromise } from './case-types.ts'

/** The promise a list shows: the earliest that is still owed; while the clock stands still, the earliest paused one. */
export function owedPromise(promises: readonly CasePromise[]): CasePromise | null {
  const earliest = (states: readonly CasePromise['state'][]) =>
    promises
      .filter(({ state }) => states.includes(state))
      .reduce<CasePromise | null>((first, each) => (first && first.dueAt <= each.dueAt ? first : each), null)
  return earliest(['broken', 'soon', 'running']) ?? earliest(['paused'])
}
