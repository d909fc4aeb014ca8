import { Button } from '@mantine/core'
import { IconPencilBolt } from '@tabler/icons-react'
import { problemOf } from '../../api.ts'
import { useOutside } from '../../parts/outside.ts'
import { useWords } from '../../words.tsx'
import css from './composer.module.css'
import type { Drafting } from './drafting.ts'

/** Asks the model outside for a draft; not there where none may be asked. */
export function DraftButton({ drafting: { asking } }: { drafting: Drafting }) {
  const { t } = useWords()
  const outside = useOutside()
  if (!outside.on) return null
  return (
    <Button
      variant="default"
      px={10}
      loading={asking.isPending}
      disabled={outside.away}
      title={outside.away ? t('inbox.draft.away') : t('inbox.draft.write-about')}
      leftSection={<IconPencilBolt size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => asking.mutate()}
    >
      {t('inbox.draft.write')}
    </Button>
  )
}

/** That a machine wrote it, and the way back; or in one sentence why it did not. */
export function DraftMark({ drafting: { marked, asking, undo } }: { drafting: Drafting }) {
  const { t, tell } = useWords()
  const outside = useOutside()
  if (asking.isError) {
    return (
      <p className={css.machine} role="status">
        {tell(problemOf(asking.error))}
      </p>
    )
  }
  if (!marked) {
    return outside.on && outside.away ? <p className={css.machine}>{t('inbox.draft.away')}</p> : null
  }
  return (
    <p className={css.machine} role="status">
      {t('inbox.draft.by-machine')}{' '}
      <Button size="compact-xs" variant="subtle" onClick={undo}>
        {t('inbox.draft.undo')}
      </Button>
    </p>
  )
}
