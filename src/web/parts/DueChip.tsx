import { IconCheck, IconClock, IconClockExclamation, IconPlayerPause } from '@tabler/icons-react'
import { HOUR, type Instant, isoOf } from '../../shared/time/instant.ts'
import { useNow } from '../clock.ts'
import { type Moment, toInstant, useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import css from './marks.module.css'

type Props = {
  dueAt: Moment | null
  /** From here on it is soon; default: the last two hours. */
  warnAt?: Moment | null
  keptAt?: Moment | null
  brokenAt?: Moment | null
  /** The clock stands still while we wait for the customer. */
  paused?: boolean
}

type State = 'none' | 'paused' | 'kept' | 'kept-late' | 'late' | 'soon' | 'open'

function stateOf({ dueAt, warnAt, keptAt, brokenAt, paused }: Props, now: Instant): State {
  if (!dueAt) return 'none'
  const due = toInstant(dueAt)
  if (keptAt) return brokenAt || toInstant(keptAt) > due ? 'kept-late' : 'kept'
  if (brokenAt || now >= due) return 'late'
  if (paused) return 'paused'
  return now >= (warnAt ? toInstant(warnAt) : due - 2 * HOUR) ? 'soon' : 'open'
}

const ICONS = {
  none: null,
  paused: IconPlayerPause,
  kept: IconCheck,
  'kept-late': IconCheck,
  late: IconClockExclamation,
  soon: IconClock,
  open: IconClock,
} as const

const TONES: Record<State, string> = {
  none: 'plain',
  paused: 'plain',
  kept: 'plain',
  'kept-late': 'plain',
  late: 'broken',
  soon: 'soon',
  open: 'plain',
}

/** Time left to keep a promise. The words carry the meaning; colour only repeats it. */
export function DueChip(props: Props) {
  const { t } = useWords()
  const f = useFormat()
  const now = useNow()
  const state = stateOf(props, now)
  if (!props.dueAt) return <span className={css.mark}>{t('due.none')}</span>

  const due = toInstant(props.dueAt)
  const span = f.span(due - now)
  const words = {
    none: '',
    paused: t('due.paused'),
    kept: t('due.kept'),
    'kept-late': t('due.kept-late'),
    late: t('due.late', { span }),
    soon: t('due.left', { span }),
    open: t('due.left', { span }),
  }[state]
  const Icon = ICONS[state]
  return (
    <time
      className={css.mark}
      data-tone={TONES[state]}
      dateTime={isoOf(due)}
      title={t('due.at', { moment: f.full(due) })}
    >
      {Icon && <Icon size={14} stroke={1.75} aria-hidden="true" />}
      {words}
    </time>
  )
}
