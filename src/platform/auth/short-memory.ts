/** What was looked up a moment ago, so that a flood of requests of one caller asks the database once. */
export type ShortMemory<Value> = {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  forget(key: string): void
  clear(): void
}

/**
 * Keeps at most `size` values, each for `ms` of real time (a test clock that stands still must not keep a revoked key
 * alive). The oldest go first.
 */
export function shortMemory<Value>(ms: number, size: number): ShortMemory<Value> {
  const kept = new Map<string, { value: Value; until: number }>()
  return {
    get(key) {
      const found = kept.get(key)
      if (found === undefined) return undefined
      if (found.until > performance.now()) return found.value
      kept.delete(key)
      return undefined
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, { value, until: performance.now() + ms })
      const oldest = kept.size > size ? kept.keys().next() : null
      if (oldest?.done === false) kept.delete(oldest.value)
    },
    forget: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
