import { IconExternalLink, IconLock, IconMail, IconWorld } from '@tabler/icons-react'
import { masked } from '../../../shared/text/masked.ts'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './composer.module.css'

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const

/** Where what is written will be read, before it is sent. */
export function Destination({ it, note }: { it: Case; note: boolean }) {
  const { t } = useWords()
  if (note) {
    return (
      <span className={css.to}>
        <IconLock {...ICON} />
        {t('inbox.to.colleagues')}
      </span>
    )
  }
  if (it.replyBy.by === 'email') {
    return (
      <span className={css.to}>
        <IconMail {...ICON} />
        {t('inbox.to.email', { address: masked(it.replyBy.to) })}
      </span>
    )
  }
  return (
    <span className={css.to}>
      <IconWorld {...ICON} />
      {t('inbox.to.status-page')}
      {it.statusPage && (
        <a href={it.statusPage} target="_blank" rel="noreferrer noopener">
          {t('inbox.to.open')} <IconExternalLink size={12} aria-hidden="true" />
        </a>
      )}
    </span>
  )
}
