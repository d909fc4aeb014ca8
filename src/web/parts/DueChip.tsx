import { IconCheck, IconClock, IconClockExclamation, IconPlayerPause, type TablerIcon } from '@tabler/icons-react'
import { isoOf } from '../../shared/time/instant.ts'
import { useNow } from '../clock.ts'
import { type Moment, toInstant, useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import { type DueState, dueState } from './due-state.ts'
import css from './marks.module.css'

type Props = {
  /** Null: nothing was promised. */
  dueAt: Moment | null
  /** From here on it is soon; default: the last two hours. */
  warnAt?: Moment | null
  keptAt?: Moment | null
  brokenAt?: Moment | null
  /** The clock stands still while we wait for the customer. */
  paused?: boolean
}

const ICONS: Record<DueState, TablerIcon> = {
  paused: IconPlayerPause,
  kept: IconCheck,
  'kept-late': IconCheck,
  late: IconClockExclamation,
  soon: IconClock,
  open: IconClock,
}

const TONES: Partial<Record<DueState, string>> = { late: 'broken', soon: 'soon' }

const maybe = (at: Moment | null | undefined) => (at ? toInstant(at) : null)

/** Time left to keep a promise. The words carry the meaning; colour only repeats it. */
export function DueChip({ dueAt, warnAt, keptAt, brokenAt, paused = false }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const now = useNow()
  if (!dueAt) return <span className={css.mark}>{t('due.none')}</span>

  const at = toInstant(dueAt)
  const state = dueState({ at, warnAt: maybe(warnAt), keptAt: maybe(keptAt), brokenAt: maybe(brokenAt), paused }, now)
  const span = f.span(at - now)
  const words: Record<DueState, string> = {
    paused: t('due.paused'),
    kept: t('due.kept'),
    'kept-late': t('due.kept-late'),
    late: t('due.late', { span }),
    soon: t('due.left', { span }),
    open: t('due.left', { span }),
  }
  const Icon = ICONS[state]
  return (
    <time
      className={css.mark}
      data-tone={TONES[state]}
      dateTime={isoOf(at)}
      title={t('due.at', { moment: f.full(at) })}
    >
      <Icon size={14} stroke={1.75} aria-hidden="true" />
      {words[state]}
    </time>
  )
}
