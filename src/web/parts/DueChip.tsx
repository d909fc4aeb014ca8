import {
  IconCheck,
  IconClock,
  IconClockExclamation,
  IconMinus,
  IconPlayerPause,
  type TablerIcon,
} from '@tabler/icons-react'
import { isoOf } from '../../shared/time/instant.ts'
import { useNow } from '../clock.ts'
import { type Moment, toInstant, useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import { type DueState, dueState } from './due-state.ts'
import css from './marks.module.css'

type Maybe = Moment | null | undefined

/** A promise as the API gives it fits: `<DueChip {...promise} />`; so does a case's `dueAt` alone. */
type Props = {
  /** Null: nothing is owed. */
  dueAt: Moment | null
  /** From here on it is soon; default: the last two hours. */
  warnAt?: Maybe
  keptAt?: Maybe
  brokenAt?: Maybe
  /** Kept after it was broken. */
  madeGoodAt?: Maybe
  /** The clock stands still while we wait for the customer. */
  pausedAt?: Maybe
  /** Of the promise; only 'withdrawn' is read, the rest follows from the moments and the clock. */
  state?: string
}

const ICONS: Record<DueState, TablerIcon> = {
  withdrawn: IconMinus,
  paused: IconPlayerPause,
  kept: IconCheck,
  'kept-late': IconCheck,
  late: IconClockExclamation,
  soon: IconClock,
  open: IconClock,
}

const TONES: Partial<Record<DueState, string>> = { late: 'broken', soon: 'soon' }

const maybe = (at: Maybe) => (at ? toInstant(at) : null)

/** Time left to keep a promise. The words carry the meaning; colour only repeats it. */
export function DueChip({ dueAt, warnAt, keptAt, brokenAt, madeGoodAt, pausedAt, state: known }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const now = useNow()
  if (!dueAt) return <span className={css.mark}>{t('due.none')}</span>

  const at = toInstant(dueAt)
  const done = { doneAt: maybe(keptAt ?? madeGoodAt), brokenAt: maybe(brokenAt) }
  const state = dueState(
    { at, warnAt: maybe(warnAt), ...done, paused: Boolean(pausedAt), withdrawn: known === 'withdrawn' },
    now,
  )
  const span = f.span(at - now)
  const words: Record<DueState, string> = {
    withdrawn: t('due.withdrawn'),
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
