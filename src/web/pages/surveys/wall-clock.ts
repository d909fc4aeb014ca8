/** Between moments and what DatePick writes: 'YYYY-MM-DD HH:mm:ss' on the clocks of a zone. */
import { type Instant, instant } from '../../../shared/time/instant.ts'
import { atLocal, localTime, msOfDay } from '../../../shared/time/zone.ts'

const two = (n: number) => String(n).padStart(2, '0')

export function wallOf(iso: string, zone: string): string {
  const { date, hour, minute, second } = localTime(instant(iso), zone)
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}`
}

export function instantOfWall(wall: string, zone: string): Instant {
  const [date = '', time = '00:00:00'] = wall.split(' ')
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const { date: _, ...any } = localTime(0 as Instant, zone)
  return atLocal(date, msOfDay({ ...any, date, hour, minute, second }), zone)
}
