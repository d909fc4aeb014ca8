import { IconBellRinging } from '@tabler/icons-react'
import { useWords } from '../../words.tsx'
import css from './marks.module.css'

/** The red line: nobody spoke to the customer for too long. */
export function Alarm({ short = false }: { short?: boolean }) {
  const { t } = useWords()
  const words = t('inbox.alarmed')
  return (
    <span className={css.alarm} title={short ? words : undefined}>
      <IconBellRinging size={14} stroke={1.75} aria-hidden="true" />
      <span className={short ? 'hx-heard' : undefined}>{words}</span>
    </span>
  )
}
