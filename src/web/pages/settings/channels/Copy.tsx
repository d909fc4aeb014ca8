import { Button, CopyButton } from '@mantine/core'
import { useWords } from '../../../words.tsx'

/** Copies a text. */
export function Copy({ text }: { text: string }) {
  const { t } = useWords()
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? t('channels.copied') : t('channels.copy')}
        </Button>
      )}
    </CopyButton>
  )
}
