import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readDuration } from '../../../../shared/time/duration.ts'
import type { WordKey } from '../../../../shared/words/say.ts'
import { useWords } from '../../../words.tsx'
import { isoOfPlain, type PlainDuration, plainOf, UNITS } from './plain-duration.ts'
import css from './rules.module.css'

const NAMES: Readonly<Record<PlainDuration['unit'], WordKey>> = {
  seconds: 'promises.unit.seconds',
  minutes: 'promises.unit.minutes',
  hours: 'promises.unit.hours',
  days: 'promises.unit.days',
  weeks: 'promises.unit.weeks',
  months: 'promises.unit.months',
}

type Props = { label: string; value: string; change: (iso: string) => void }

/**
 * A length of time as a number and a unit, ISO 8601 inside. What is not a length of time is marked and not passed on.
 * One that the API set in several units ("PT1H30M") is shown and changed as it is written.
 */
export function DurationField({ label, value, change }: Props) {
  const { t } = useWords()
  const [plain, setPlain] = useState(() => plainOf(value))
  const [written, setWritten] = useState(value)
  if (plain === null) {
    const wrong = 'fault' in readDuration(written)
    return (
      <TextInput
        aria-label={label}
        w={180}
        value={written}
        error={wrong ? t('promises.duration.wrong') : null}
        onChange={(event) => {
          const text = event.currentTarget.value.trim()
          setWritten(text)
          if (!('fault' in readDuration(text))) change(text)
        }}
      />
    )
  }
  const put = (next: PlainDuration) => {
    setPlain(next)
    const iso = isoOfPlain(next)
    if (iso !== null) change(iso)
  }
  const wrong = isoOfPlain(plain) === null
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <NumberInput
          aria-label={label}
          w={84}
          min={0}
          value={Number.isFinite(plain.n) ? plain.n : ''}
          error={wrong}
          onChange={(n) => put({ ...plain, n: typeof n === 'number' ? n : Number.NaN })}
        />
        <Select
          aria-label={t('promises.unit')}
          w={104}
          allowDeselect={false}
          data={UNITS.map((unit) => ({ value: unit, label: t(NAMES[unit]) }))}
          value={plain.unit}
          onChange={(unit) => put({ ...plain, unit: UNITS.find((each) => each === unit) ?? plain.unit })}
        />
      </Group>
      {wrong && (
        <p className={css.wrong} role="alert">
          {t('promises.duration.wrong')}
        </p>
      )}
    </div>
  )
}
