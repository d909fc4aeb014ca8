import { DAY, isoOf } from '../../shared/time/instant.ts'
import { useNow } from '../clock.ts'
import { type Moment, toInstant, useFormat } from '../format.ts'

const LONG = 7 * DAY

/** How long ago (or ahead), renewed as time passes; the day beyond a week. The whole moment stands in the title. */
export function TimeAgo({ at }: { at: Moment }) {
  const f = useFormat()
  const now = useNow()
  const moment = toInstant(at)
  return (
    <time dateTime={isoOf(moment)} title={f.full(moment)}>
      {Math.abs(now - moment) < LONG ? f.relative(moment, now) : f.day(moment)}
    </time>
  )
}
