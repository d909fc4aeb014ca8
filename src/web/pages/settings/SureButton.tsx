import { Button, type ButtonProps } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words.tsx'

type Props = ButtonProps & { act: string; busy?: boolean; does: () => void }

/** For the few acts that cannot be undone: the first press says so, the second does it. Leaving lets it rest. */
export function SureButton({ act, busy = false, does, ...props }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  return (
    <Button
      color="red"
      variant={asked ? 'filled' : 'default'}
      {...props}
      loading={busy}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) does()
        setAsked(!asked)
      }}
    >
      {asked ? t('settings.sure', { act }) : act}
    </Button>
  )
}
