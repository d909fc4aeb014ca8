import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/time/instant.ts'

const UNIT: Readonly<Record<string, number>> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY }

/** '5 seconds', as the schedule says it, in milliseconds; 0 when it says something else. */
export function rhythmMs(every: string): number {
  const [count = '', unit = ''] = every.split(' ')
  return (Number(count) || 0) * (UNIT[unit.replace(/s$/, '')] ?? 0)
}
