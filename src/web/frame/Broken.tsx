import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { EmptyState } from '../parts/EmptyState.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { useWords } from '../words.tsx'

/** A page that threw: what can be said about it, and a fresh start of this page only. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return <ErrorState problem={error} retry={again} />
}

/** An address that leads nowhere. */
export function Missing() {
  const { t } = useWords()
  return (
    <EmptyState icon={<IconCompass size={28} stroke={1.5} />} said={t('shell.missing')} next={t('shell.missing-next')}>
      <Button component={Link} to="/" variant="default">
        {t('shell.to-home')}
      </Button>
    </EmptyState>
  )
}
