import { Pill } from '@mantine/core'
import type { LocalDate } from '../../../../shared/time/zone.ts'
import { utcMidnight } from '../../../../shared/time/zone.ts'
import { DayPick } from '../../../parts/DatePick.tsx'
import { useWords } from '../../../words.tsx'
import css from './calendar.module.css'

type Props = { label: string; days: readonly LocalDate[]; change: (days: LocalDate[]) => void }

/** The organisation's own days, in order; picking one adds it. */
export function OwnDays({ label, days, change }: Props) {
  const { t, locale } = useWords()
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <div className={css.own}>
      <DayPick
        label={label}
        placeholder={t('promises.calendar.add-day')}
        value={null}
        pick={(day) => {
          if (day) change([...new Set([...days, day])].sort())
        }}
      />
      {days.length > 0 && (
        <div className={css.days}>
          {days.map((day) => (
            <Pill key={day} size="lg" withRemoveButton onRemove={() => change(days.filter((other) => other !== day))}>
              {words.format(utcMidnight(day))}
            </Pill>
          ))}
        </div>
      )}
    </div>
  )
}
