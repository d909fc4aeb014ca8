/** What was looked up a moment ago, so that a flood of requests of one caller asks the database once. */
export type ShortMemory<Value> = {
  /** What is remembered under `key`, else what `look` finds; null is not remembered. */
  recall(key: string, look: () => Promise<Value | null>): Promise<Value | null>
  forget(key: string): void
  clear(): void
}

/**
 * Keeps at most `size` values, each for `ms` of real time (a test clock that stands still must not keep a revoked key
 * alive). The oldest go first. What was being looked up while something was forgotten is not kept, for it may be that.
 */
export function shortMemory<Value>(ms: number, size: number): ShortMemory<Value> {
  const kept = new Map<string, { value: Value; until: number }>()
  let forgotten = 0
  return {
    async recall(key, look) {
      const found = kept.get(key)
      if (found !== undefined && found.until > performance.now()) return found.value
      kept.delete(key)
      const before = forgotten
      const value = await look()
      if (value === null || before !== forgotten) return value
      kept.set(key, { value, until: performance.now() + ms })
      const oldest = kept.size > size ? kept.keys().next() : null
      if (oldest?.done === false) kept.delete(oldest.value)
      return value
    },
    forget(key) {
      forgotten += 1
      kept.delete(key)
    },
    clear() {
      forgotten += 1
      kept.clear()
    },
  }
}
