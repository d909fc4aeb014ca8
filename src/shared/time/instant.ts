/** A moment, in milliseconds since 1970-01-01T00:00Z. Branded, so that a duration is never taken for a moment. */
export type Instant = number & { readonly __unit: 'instant' }

/** A stretch of time in minutes. */
export type Minutes = number & { readonly __unit: 'minutes' }

/**
 * Reads an ISO 8601 moment with a zone.
 *
 * @throws RangeError when the text is not a moment
 */
export function instant(iso: string): Instant {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) throw new RangeError(`instant: not an ISO 8601 moment: ${iso.slice(0, 40)}`)
  return ms as Instant
}

export const minutes = (n: number): Minutes => n as Minutes

/** ISO 8601 in UTC with milliseconds, as the API writes it. */
export const isoOf = (at: Instant): string => new Date(at).toISOString()

export const plus = (at: Instant, ms: number): Instant => (at + ms) as Instant

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
