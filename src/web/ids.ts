/**
 * A fresh key for `Idempotency-Key`: 32 hex digits. Made from getRandomValues, for randomUUID is missing
 * where an organisation serves the app on its own network without TLS.
 */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
