import { ActionIcon, Table } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { chinaNotice } from '../../../../shared/time/china-holidays.ts'
import { dateIn, type LocalDate, utcMidnight } from '../../../../shared/time/zone.ts'
import { now } from '../../../clock.ts'
import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'
import css from './calendar.module.css'
import { festivalsOf } from './public-days.ts'

/** China's public holidays of a year with the weekends worked for them; a year that is not published is said so. */
export function HolidayYear() {
  const { t, locale } = useWords()
  const f = useFormat()
  const [year, setYear] = useState(() => Number(dateIn(now(), f.zone).slice(0, 4)))
  const notice = chinaNotice(year)
  const words = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
  const day = (date: LocalDate) => words.format(utcMidnight(date))
  return (
    <div className={css.year}>
      <div className={css.which}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('date.previous-year')}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong>{year}</strong>
        <ActionIcon variant="subtle" color="gray" aria-label={t('date.next-year')} onClick={() => setYear(year + 1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        {notice && (
          <span className="hx-quiet hx-small">{t('promises.calendar.source', { notice: notice.notice })}</span>
        )}
      </div>
      {notice ? (
        <Table className={css.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('promises.calendar.festival')}</Table.Th>
              <Table.Th>{t('promises.calendar.off')}</Table.Th>
              <Table.Th>{t('promises.calendar.made-up')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {festivalsOf(year).map(({ name, from, to, madeUp }) => (
              <Table.Tr key={name}>
                <Table.Td lang="zh-CN">{name}</Table.Td>
                <Table.Td>{from === to ? day(from) : `${day(from)} – ${day(to)}`}</Table.Td>
                <Table.Td>{madeUp.length > 0 ? madeUp.map(day).join(t('promises.comma')) : '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <p className={css.unknown}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          {t('promises.calendar.unknown', { year: String(year) })}
        </p>
      )}
    </div>
  )
}
