import { HOUR, type Instant, MINUTE, plus, SECOND } from '../../shared/time/instant.ts'

const FIRST = 30 * SECOND
const LONGEST = 4 * HOUR

/** With the pauses below the last try is a day after the first. */
export const MOST_TRIES = 14

/** How long a mail is held by the one who sends it; longer than all timeouts of a connection together. */
export const LEASE = 5 * MINUTE

/**
 * When a mail is tried again after `tries` tries that failed: pauses double from 30 s to 4 h. Null when it was tried
 * for a day.
 */
export function nextTry(tries: number, now: Instant): Instant | null {
  return tries >= MOST_TRIES ? null : plus(now, Math.min(FIRST * 2 ** (tries - 1), LONGEST))
}

/** What an SMTP server or the way to it said. */
export type Trouble = { code?: string | undefined; responseCode?: number | undefined }

/**
 * True when trying again cannot help: the server refused the mail or its address for good (5xx). A refused sign-in is
 * not the mail's fault and may be put right in the settings.
 */
export const isFinal = ({ code, responseCode = 0 }: Trouble): boolean =>
  code !== 'EAUTH' && responseCode >= 500 && responseCode < 600
