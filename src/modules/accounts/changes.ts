export type Changes = Record<string, { from: unknown; to: unknown }>

/** What differs between two states of one thing, as the audit log tells it; empty when nothing does. */
export function changesOf(before: object, after: object): Changes {
  const old = new Map(Object.entries(before))
  const changed = Object.entries(after).filter(([field, to]) => JSON.stringify(old.get(field)) !== JSON.stringify(to))
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old.get(field) ?? null, to: to ?? null }]))
}

export const isEmpty = (changes: Changes): boolean => Object.keys(changes).length === 0
