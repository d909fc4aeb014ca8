import { Table } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { chinaNotice } from '../../../../shared/time/china-holidays.ts'
import { type LocalDate, utcMidnight } from '../../../../shared/time/zone.ts'
import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'
import css from './calendar.module.css'
import { festivalsOf } from './public-days.ts'

/** China's public holidays of a year with the weekends worked for them; a year that is not published is said so. */
export function HolidayYear({ year }: { year: number }) {
  const { t, term, locale } = useWords()
  const f = useFormat()
  const notice = chinaNotice(year)
  const words = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
  const day = (date: LocalDate) => (
    <span key={date} className={css.date}>
      {words.format(utcMidnight(date))}
    </span>
  )
  return (
    <div className={css.year}>
      <div className={css.which}>
        <h3>{t('promises.calendar.year', { year: String(year) })}</h3>
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
                <Table.Td className={css.date}>
                  {f.list(name.split('、').map((each) => term('festival', each)))}
                </Table.Td>
                <Table.Td>
                  {day(from)} {from !== to && <>– {day(to)}</>}
                </Table.Td>
                <Table.Td>{madeUp.length > 0 ? <span className={css.dates}>{madeUp.map(day)}</span> : '–'}</Table.Td>
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
