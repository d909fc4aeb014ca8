import type { Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn, plusDays } from '../../shared/time/zone.ts'

const DAYS = 30

/** When a period begins that nobody named: the 30 days that end with `until`, the last one included, as on Home. */
export const usualStart = (until: Instant, zone: string): Instant =>
  atLocal(plusDays(dateIn((until - 1) as Instant, zone), 1 - DAYS), 0, zone)
