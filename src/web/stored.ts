/**
 * What this browser remembers between visits. Storage may be full or switched off (private windows, policies):
 * reading then gives null and writing gives false, and the caller goes on without.
 */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(`hx.${name}`)
  } catch {
    return null
  }
}

/** False when the browser did not keep it. */
export function writeStored(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`hx.${name}`)
    else localStorage.setItem(`hx.${name}`, value)
    return true
  } catch {
    return false
  }
}
