import { IconChevronDown, IconChevronsUp, IconChevronUp, IconMinus, type TablerIcon } from '@tabler/icons-react'
import { useWords } from '../../words.tsx'
import css from './marks.module.css'

const ICONS: Readonly<Record<string, TablerIcon>> = {
  critical: IconChevronsUp,
  high: IconChevronUp,
  normal: IconMinus,
  low: IconChevronDown,
}

/** How urgent a voice is; `short` shows the sign alone, and only where it is more than usual. */
export function Urgency({ urgency, short = false }: { urgency: string; short?: boolean }) {
  const { term } = useWords()
  const Icon = ICONS[urgency] ?? IconMinus
  const pressing = urgency === 'high' || urgency === 'critical'
  if (short && !pressing) return null
  const word = term('urgency', urgency)
  return (
    <span className={css.mark} data-strong={pressing || undefined} title={short ? word : undefined}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className={short ? 'hx-heard' : undefined}>{word}</span>
    </span>
  )
}
