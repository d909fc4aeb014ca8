import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-tw'
import { DatePickerInput, DatesProvider, DateTimePicker } from '@mantine/dates'
import '@mantine/dates/styles.css'
import type { ReactNode } from 'react'
import type { Speak } from '../../shared/words/say.ts'
import { useWords } from '../words.tsx'

const DAYJS = { 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw', en: 'en' } as const

/** Everything that a calendar says to those who listen. */
const said = (t: Speak) => ({
  ariaLabels: {
    monthLevelControl: t('date.month-level'),
    yearLevelControl: t('date.year-level'),
    nextDecade: t('date.next-decade'),
    previousDecade: t('date.previous-decade'),
    nextMonth: t('date.next-month'),
    previousMonth: t('date.previous-month'),
    nextYear: t('date.next-year'),
    previousYear: t('date.previous-year'),
  },
  clearButtonProps: { 'aria-label': t('parts.clear') },
})

function Calendar({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  return (
    <DatesProvider settings={{ locale: DAYJS[locale], firstDayOfWeek: locale === 'en' ? 0 : 1 }}>
      {children}
    </DatesProvider>
  )
}

const format = (locale: string) => (locale === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日')

type DayProps = {
  label: string
  value: string | null
  pick: (day: string | null) => void
  placeholder?: string | undefined
  error?: ReactNode
}

/** One calendar day, 'YYYY-MM-DD'. */
export function DayPick({ label, value, pick, placeholder, error }: DayProps) {
  const { t, locale } = useWords()
  return (
    <Calendar>
      <DatePickerInput
        label={label}
        value={value}
        onChange={pick}
        {...(placeholder !== undefined && { placeholder })}
        valueFormat={format(locale)}
        clearable
        error={error}
        {...said(t)}
      />
    </Calendar>
  )
}

type RangeProps = {
  label: string
  value: [string | null, string | null]
  pick: (range: [string | null, string | null]) => void
}

/** First and last day, 'YYYY-MM-DD', both included. */
export function RangePick({ label, value, pick }: RangeProps) {
  const { t, locale } = useWords()
  return (
    <Calendar>
      <DatePickerInput
        type="range"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={pick}
        valueFormat={format(locale)}
        allowSingleDateInRange
        clearable
        {...said(t)}
      />
    </Calendar>
  )
}

/** A day and time of the workspace's wall clock, 'YYYY-MM-DD HH:mm:ss'; the caller knows the zone. */
export function MomentPick({ label, value, pick, error }: DayProps) {
  const { t, locale } = useWords()
  const clock = { ...said(t), submitButtonProps: { 'aria-label': t('date.take') } }
  return (
    <Calendar>
      <DateTimePicker
        label={label}
        value={value}
        onChange={pick}
        valueFormat={`${format(locale)} HH:mm`}
        clearable
        error={error}
        {...clock}
      />
    </Calendar>
  )
}
