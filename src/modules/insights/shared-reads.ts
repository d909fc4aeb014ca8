/** Many readers, one look: who asks for what is being read already gets that answer. Nothing is kept afterwards. */
export function sharedReads<Result>(): (key: string, read: () => Promise<Result>) => Promise<Result> {
  const underWay = new Map<string, Promise<Result>>()
  return (key, read) => {
    const known = underWay.get(key)
    if (known !== undefined) return known
    const reading = read().finally(() => underWay.delete(key))
    underWay.set(key, reading)
    return reading
  }
}
