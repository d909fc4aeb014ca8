import { isoDuration, readDuration } from '../../../../shared/time/duration.ts'

export const UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'] as const
export type Unit = (typeof UNITS)[number]
export type PlainDuration = { n: number; unit: Unit }

const NOTHING = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 }

/** A duration that is a number of one unit ("PT24H"); null for a compound one ("PT1H30M") and for what is none. */
export function plainOf(iso: string): PlainDuration | null {
  const read = readDuration(iso)
  if ('fault' in read) return null
  const { years, ...rest } = read.duration
  const parts = { ...rest, months: rest.months + years * 12 }
  const named = UNITS.filter((unit) => parts[unit] > 0)
  const unit = named[0]
  return unit !== undefined && named.length === 1 ? { n: parts[unit], unit } : null
}

/** Back to ISO 8601; null when it is no duration we accept (nothing, too long, half a month). */
export function isoOfPlain({ n, unit }: PlainDuration): string | null {
  if (!Number.isFinite(n) || n <= 0) return null
  const iso = isoDuration({ ...NOTHING, [unit]: n })
  return 'fault' in readDuration(iso) ? null : iso
}
