import { Button } from '@mantine/core'
import { IconBulb } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useKeys } from '../../keys.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { ReasonMenu } from './Aside.tsx'
import { useSetAside } from './set-aside.ts'

type Props = {
  ids: readonly string[]
  clear: () => void
  link: () => void
  /** While there are chosen ones, the keys are about them and not about the open one. */
  standing: (here: boolean) => void
}

/** What can be done with the chosen voices. */
export function BulkActs({ ids, clear, link, standing }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { setAside, busy } = useSetAside()
  useEffect(() => {
    standing(true)
    return () => standing(false)
  }, [standing])
  useKeys({ l: link }, 'explorer.keys-link', can('improvement:change'))
  return (
    <>
      {can('improvement:change') && (
        <Button size="compact-sm" leftSection={<IconBulb size={14} stroke={1.75} aria-hidden="true" />} onClick={link}>
          {t('explorer.link')}
        </Button>
      )}
      {can('feedback:set-aside') && (
        <ReasonMenu
          busy={busy}
          pick={(reason) => {
            setAside(ids, reason)
            clear()
          }}
        />
      )}
    </>
  )
}
