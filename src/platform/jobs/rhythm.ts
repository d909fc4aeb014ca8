import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/instant.ts'
import type { Job } from './define.ts'

const UNIT: Record<string, number> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY }

/** '5 seconds' in milliseconds. */
export function rhythmMs(every: Job['every']): number {
  const [count = '', unit = ''] = every.split(' ')
  return Number(count) * (UNIT[unit.replace(/s$/, '')] ?? Number.NaN)
}
