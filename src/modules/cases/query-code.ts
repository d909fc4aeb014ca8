/**
 * A query code as people type it, made whole: `abcd 2345-efgh` is `ABCD-2345-EFGH`. Case, spaces and dashes of any kind
 * do not matter, nor full-width letters; null when it cannot be one.
 */
export function queryCodeOf(typed: string): string | null {
  const plain = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return /^[2-9A-HJ-NP-Z]{12}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null
}
