import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-tw'
import { DatePickerInput, DatesProvider, DateTimePicker } from '@mantine/dates'
import '@mantine/dates/styles.css'
import { type ReactNode, useId } from 'react'
import type { Locale } from '../../shared/words/locale.ts'
import type { Speak } from '../../shared/words/say.ts'
import { useWords } from '../words.tsx'

const format = (locale: Locale) => (locale === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日')

const DAYJS = { 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw', en: 'en' } as const

/** Everything that a calendar says, to those who look and to those who listen, in the order of the language. */
const said = (t: Speak, locale: Locale) => ({
  ...(locale !== 'en' && { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' }),
  hideOutsideDates: true,
  getDayAriaLabel: (day: string) => dayjs(day).format(format(locale)),
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

/** The calendar that opens is named by its field. */
function useNamed() {
  const id = useId()
  return { id, popoverProps: { id } }
}

function Calendar({ children }: { children: ReactNode }) {
  const { locale } = useWords()
  return (
    <DatesProvider settings={{ locale: DAYJS[locale], firstDayOfWeek: locale === 'en' ? 0 : 1, weekendDays: [] }}>
      {children}
    </DatesProvider>
  )
}

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
  const named = useNamed()
  return (
    <Calendar>
      <DatePickerInput
        {...named}
        label={label}
        value={value}
        onChange={pick}
        {...(placeholder !== undefined && { placeholder })}
        valueFormat={format(locale)}
        clearable
        error={error}
        {...said(t, locale)}
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
  const named = useNamed()
  return (
    <Calendar>
      <DatePickerInput
        {...named}
        type="range"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={pick}
        valueFormat={format(locale)}
        allowSingleDateInRange
        clearable
        {...said(t, locale)}
      />
    </Calendar>
  )
}

/** A day and time of the workspace's wall clock, 'YYYY-MM-DD HH:mm:ss'; the caller knows the zone. */
export function MomentPick({ label, value, pick, error }: DayProps) {
  const { t, locale } = useWords()
  const named = useNamed()
  const clock = { ...said(t, locale), submitButtonProps: { 'aria-label': t('date.take') } }
  return (
    <Calendar>
      <DateTimePicker
        {...named}
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
