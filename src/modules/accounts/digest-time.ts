import { HOUR, type Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn, type LocalDate, plusDays } from '../../shared/time/zone.ts'

const AT = 8 * HOUR

/** The last 8:00 on the workspace's clocks: the digest of that day tells what came before it. */
export function lastDigest(now: Instant, zone: string): { day: LocalDate; at: Instant } {
  const today = dateIn(now, zone)
  const at = atLocal(today, AT, zone)
  if (at <= now) return { day: today, at }
  const day = plusDays(today, -1)
  return { day, at: atLocal(day, AT, zone) }
}
