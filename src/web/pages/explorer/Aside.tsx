import { Button, Menu } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { useSetAside } from './set-aside.ts'
import type { Voice } from './voices.ts'

/** Sets one voice aside with a reason, or restores it. */
export function Aside({ voice }: { voice: Voice }) {
  const { t } = useWords()
  const may = useCan()('feedback:set-aside')
  const { setAside, restore, busy } = useSetAside()
  if (voice.setAside) {
    return (
      <p className={css.aside}>
        <span>{t('explorer.is-aside', { reason: voice.setAsideReason ?? '' })}</span>
        {may && (
          <Button size="compact-sm" variant="light" loading={busy} onClick={() => restore(voice.id)}>
            {t('explorer.restore')}
          </Button>
        )}
      </p>
    )
  }
  if (!may) return null
  return (
    <div className={css.foot}>
      <ReasonMenu pick={(reason) => setAside([voice.id], reason)} busy={busy} />
      <span className={css.quiet}>{t('explorer.set-aside-about')}</span>
    </div>
  )
}

/** The button that sets aside, and why. */
export function ReasonMenu({ pick, busy }: { pick: (reason: string) => void; busy: boolean }) {
  const { t } = useWords()
  const reasons = [
    t('explorer.aside-spam'),
    t('explorer.aside-test'),
    t('explorer.aside-double'),
    t('explorer.aside-other'),
  ]
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          leftSection={<IconArchive size={14} stroke={1.75} aria-hidden="true" />}
        >
          {t('explorer.set-aside')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reasons.map((reason) => (
          <Menu.Item key={reason} onClick={() => pick(reason)}>
            {reason}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
