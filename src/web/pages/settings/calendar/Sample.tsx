import type { WorkCalendar } from '../../../../shared/time/calendar.ts'
import { duration } from '../../../../shared/time/duration.ts'
import { addWorking } from '../../../../shared/time/working-time.ts'
import { useNow } from '../../../clock.ts'
import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'

/** What the calendar makes of a promise made now: the quickest proof that it is right. */
export function Sample({ calendar }: { calendar: WorkCalendar }) {
  const { t } = useWords()
  const f = useFormat()
  const due = addWorking(useNow(), duration('PT8H'), calendar)
  if (due === null) return null
  return <p className="hx-quiet">{t('promises.calendar.sample', { due: f.moment(due) })}</p>
}
