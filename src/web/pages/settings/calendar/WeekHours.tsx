import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { OfficeHours } from '../../../../shared/time/calendar.ts'
import type { CalendarFault } from '../../../../shared/time/calendar-faults.ts'
import type { WordKey } from '../../../../shared/words/say.ts'
import { useWords } from '../../../words.tsx'
import css from './calendar.module.css'
import { timeText } from './time-text.ts'

type Week = readonly (readonly OfficeHours[])[]
type Props = { week: Week; faults: readonly CalendarFault[]; change: (week: Week) => void }

const USUAL: OfficeHours = { opens: '09:00', closes: '18:00' }
const FAULTS: Readonly<Record<CalendarFault['code'], WordKey>> = {
  'no-such-zone': 'promises.fault.zone',
  'not-seven-days': 'promises.fault.never-open',
  'not-a-time': 'promises.fault.time',
  'closes-before-opens': 'promises.fault.order',
  'hours-overlap': 'promises.fault.overlap',
  'not-a-day': 'promises.fault.day',
  'never-open': 'promises.fault.never-open',
}
/** 2024-01-01 was a Monday. */
const dayName = (locale: string, weekday: number) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekday))

/** Office hours of each weekday; several stretches for a break at noon, none for a day off. */
export function WeekHours({ week, faults, change }: Props) {
  const { t, locale } = useWords()
  const put = (day: number, hours: readonly OfficeHours[]) => change(week.map((old, i) => (i === day ? hours : old)))
  const monday = week[0] ?? []
  const never = faults.find(({ path }) => path === 'week')
  return (
    <div>
      <ul className={css.week}>
        {week.map((hours, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the weekday
          <li key={day}>
            <span className={css.day}>{dayName(locale, day)}</span>
            <div className={css.hours}>
              {hours.length === 0 && <span className="hx-quiet">{t('promises.calendar.rest')}</span>}
              {hours.map((stretch, i) => {
                const fault = faults.find(({ path }) => path === `week.${day}.${i}`)
                return (
                  <Stretch
                    // biome-ignore lint/suspicious/noArrayIndexKey: stretches are told apart by their place only
                    key={i}
                    name={dayName(locale, day)}
                    stretch={stretch}
                    fault={fault ? t(FAULTS[fault.code]) : null}
                    change={(next) =>
                      put(
                        day,
                        hours.map((old, at) => (at === i ? next : old)),
                      )
                    }
                    remove={() =>
                      put(
                        day,
                        hours.filter((_, at) => at !== i),
                      )
                    }
                  />
                )
              })}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('promises.calendar.add-hours', { day: dayName(locale, day) })}
                title={t('promises.calendar.add-hours', { day: dayName(locale, day) })}
                onClick={() => put(day, [...hours, nextStretch(hours)])}
              >
                <IconPlus size={16} stroke={1.75} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      {never && (
        <p role="alert" className={css.fault}>
          {t(FAULTS[never.code])}
        </p>
      )}
      <Button variant="subtle" onClick={() => change(week.map((hours, day) => (day > 0 && day < 5 ? monday : hours)))}>
        {t('promises.calendar.copy')}
      </Button>
    </div>
  )
}

/** After the last stretch of the day, or the usual hours on a day without any. */
function nextStretch(hours: readonly OfficeHours[]): OfficeHours {
  const last = hours.at(-1)
  return last ? { opens: last.closes, closes: '24:00' } : USUAL
}

type StretchProps = {
  name: string
  stretch: OfficeHours
  fault: string | null
  change: (stretch: OfficeHours) => void
  remove: () => void
}

function Stretch({ name, stretch, fault, change, remove }: StretchProps) {
  const { t } = useWords()
  return (
    <div className={css.stretch}>
      <TimeField
        label={t('promises.calendar.opens', { day: name })}
        value={stretch.opens}
        wrong={fault !== null}
        change={(opens) => change({ ...stretch, opens })}
      />
      <span aria-hidden="true">–</span>
      <TimeField
        label={t('promises.calendar.closes', { day: name })}
        value={stretch.closes}
        wrong={fault !== null}
        change={(closes) => change({ ...stretch, closes })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('promises.calendar.remove-hours')}
        title={t('promises.calendar.remove-hours')}
        onClick={remove}
      >
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
      {fault && (
        <span role="alert" className={css.fault}>
          {fault}
        </span>
      )}
    </div>
  )
}

type TimeProps = { label: string; value: string; wrong: boolean; change: (time: string) => void }

/** A time of day up to 24:00, which the browser's own field cannot hold; read when it is left. */
function TimeField({ label, value, wrong, change }: TimeProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <TextInput
      aria-label={label}
      w={72}
      maxLength={5}
      inputMode="numeric"
      value={typed}
      error={wrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => change(timeText(typed))}
    />
  )
}
