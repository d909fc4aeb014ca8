/** Time-based one-time codes. @source RFC 6238: SHA-1, 6 digits, steps of 30 s, as authenticator apps expect */
import { Secret, TOTP } from 'otpauth'
import { type Instant, SECOND } from '../../shared/time/instant.ts'

export const STEP = 30 * SECOND
/** Clocks may differ by one step either way. */
const DRIFT = 1
const DIGITS = /^\d{6}$/

const totpOf = (secret: string, label = '', issuer = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: STEP / SECOND, label, issuer })

/** The step whose code this is, or null. Whoever takes it must take it once (replay). */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  if (!DIGITS.test(code)) return null
  const drift = totpOf(secret).validate({ token: code, timestamp: now, window: DRIFT })
  return drift === null ? null : Math.floor(now / STEP) + drift
}

/** The code an authenticator shows. */
export const codeAt = (secret: string, now: Instant): string => totpOf(secret).generate({ timestamp: now })

/** The address that an authenticator reads from the picture. */
export const factorUri = (secret: string, email: string, workspace: string): string =>
  totpOf(secret, email, workspace).toString()

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Writes random bytes as a secret that can be typed in: 20 bytes give 32 characters. */
export const secretOf = (bytes: Uint8Array): string => [...bytes].map((byte) => BASE32[byte & 31]).join('')

/** A recovery code however it was typed: `abcd-efgh-jkmn`. */
export const plainRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
