import { Button, CopyButton } from '@mantine/core'
import { useWords } from '../../words.tsx'
import css from './settings.module.css'

/** A secret in the only moment it can be read. */
export function ShownOnce({ said, secret }: { said: string; secret: string }) {
  const { t } = useWords()
  return (
    <div className={css.once} role="status">
      <span>{said}</span>
      <code>{secret}</code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? t('settings.copied') : t('settings.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
