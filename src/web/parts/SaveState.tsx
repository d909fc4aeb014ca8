import { Button } from '@mantine/core'
import { IconCheck, IconCloudOff } from '@tabler/icons-react'
import { useWords } from '../words.tsx'
import type { Saving } from './autosave.ts'
import css from './marks.module.css'

/** Whether what was changed is safe; stands where a "save" button would. */
export function SaveState({ saving }: { saving: Saving }) {
  const { t, tell } = useWords()
  if (saving.state === 'failed') {
    return (
      <span className={css.mark} data-tone="broken" role="alert">
        <IconCloudOff size={14} stroke={1.75} aria-hidden="true" />
        {t('save.failed', { why: saving.problem ? tell(saving.problem) : '' })}
        <Button size="compact-sm" variant="subtle" onClick={saving.retry}>
          {t('parts.retry')}
        </Button>
      </span>
    )
  }
  return (
    <span className={css.mark} role="status">
      {saving.state === 'saved' && <IconCheck size={14} stroke={1.75} aria-hidden="true" />}
      {saving.state === 'saving' && t('save.saving')}
      {saving.state === 'saved' && t('save.saved')}
      {saving.state === 'dirty' && t('save.dirty')}
    </span>
  )
}
