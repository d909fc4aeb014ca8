/** An address or number of which only enough is shown to recognise it: `z***@example.com`, `138****5678`. */
export function masked(value: string): string {
  const at = value.indexOf('@')
  if (at > 0) return `${[...value][0]}***${value.slice(at)}`
  const chars = [...value]
  if (chars.length <= 4) return '*'.repeat(chars.length)
  if (chars.length < 8) return `${chars.slice(0, 1).join('')}***${chars.slice(-1).join('')}`
  return `${chars.slice(0, 3).join('')}****${chars.slice(-4).join('')}`
}
