import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { WorkCalendarShape } from '../../../../shared/contracts/promises.ts'
import type { WorkCalendar } from '../../../../shared/time/calendar.ts'
import { calendarFaults } from '../../../../shared/time/calendar-faults.ts'
import { dateIn } from '../../../../shared/time/zone.ts'
import { api } from '../../../api.ts'
import { useNow } from '../../../clock.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import css from '../promises/rules.module.css'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { zoneOptions } from '../zones.ts'
import { HolidayYear } from './HolidayYear.tsx'
import { OwnDays } from './OwnDays.tsx'
import { Sample } from './Sample.tsx'
import { WeekHours } from './WeekHours.tsx'

type Shape = z.input<typeof WorkCalendarShape>

const PATH = '/api/v1/settings/calendar'
const KEY = ['settings', 'calendar']

/** When the team is at work: what promises "by working time" are counted by. */
export function CalendarPage() {
  const { t } = useWords()
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Shape>(PATH, {}, signal),
    refetchOnWindowFocus: false,
  })
  if (found.data) return <Editor given={found.data} />
  return (
    <SettingsFrame title={t('settings.calendar')}>
      <PageBody>
        <Loaded found={found}>{() => null}</Loaded>
      </PageBody>
    </SettingsFrame>
  )
}

const read = ({ closed = [], working = [], ...rest }: Shape): WorkCalendar => {
  const { makeUpHours, ...calendar } = rest
  return { ...calendar, closed, working, ...(makeUpHours && { makeUpHours }) }
}

function Editor({ given }: { given: Shape }) {
  const { t, locale } = useWords()
  const zones = useMemo(() => zoneOptions(locale, given.zone), [locale, given.zone])
  const queries = useQueryClient()
  const [calendar, setCalendar] = useState(() => read(given))
  const faults = calendarFaults(calendar)
  // Only what can be used is saved; what cannot is said beside it.
  const usable = useRef(calendar)
  if (faults.length === 0) usable.current = calendar
  const saving = useAutosave(usable.current, async (kept) => {
    queries.setQueryData(KEY, await api.send<Shape>('PUT', PATH, kept))
  })
  const year = Number(dateIn(useNow(), calendar.zone).slice(0, 4))
  const put = (part: Partial<WorkCalendar>) => setCalendar((old) => ({ ...old, ...part }))
  return (
    <SettingsFrame
      title={t('settings.calendar')}
      about={t('promises.calendar.about')}
      acts={<SaveState saving={saving} />}
    >
      <PageBody>
        <Select
          label={t('promises.calendar.zone')}
          data={zones}
          value={calendar.zone}
          onChange={(zone) => put({ zone: zone ?? calendar.zone })}
          searchable
          allowDeselect={false}
          w={{ base: '100%', xs: 420 }}
        />
        <section className={css.part}>
          <h2>{t('promises.calendar.week')}</h2>
          <WeekHours week={calendar.week} faults={faults} change={(week) => put({ week })} />
        </section>
        <section className={css.part}>
          <h2>{t('promises.calendar.public')}</h2>
          <Select
            aria-label={t('promises.calendar.public')}
            allowDeselect={false}
            data={[
              { value: 'cn', label: t('promises.calendar.cn') },
              { value: 'none', label: t('promises.calendar.no-public') },
            ]}
            value={calendar.publicHolidays}
            onChange={(value) => put({ publicHolidays: value === 'cn' ? 'cn' : 'none' })}
            w={{ base: '100%', xs: 280 }}
          />
          {calendar.publicHolidays === 'cn' && [year, year + 1].map((each) => <HolidayYear key={each} year={each} />)}
        </section>
        <section className={css.part}>
          <h2>{t('promises.calendar.own')}</h2>
          <p>{t('promises.calendar.own-about')}</p>
          <OwnDays label={t('promises.calendar.closed')} days={calendar.closed} change={(closed) => put({ closed })} />
          <OwnDays
            label={t('promises.calendar.working')}
            days={calendar.working}
            change={(working) => put({ working })}
          />
        </section>
        {faults.length === 0 && <Sample calendar={calendar} />}
      </PageBody>
    </SettingsFrame>
  )
}
