import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { ApiProblem } from '../api.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { useWords } from '../words.tsx'

/** A part of the app that did not come: the network is away, or the server has a newer app than this page. */
const isMissingPart = (thrown: unknown): boolean =>
  thrown instanceof Error && /dynamically imported module|module script|preload CSS/i.test(thrown.message)

/** A page that threw: what can be said about it, and a fresh start of this page only. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const missing = isMissingPart(error)
  const again = () => {
    if (missing) return window.location.reload()
    reset()
    void router.invalidate()
  }
  const problem = missing ? new ApiProblem({ status: 0, code: 'network', detail: '' }) : error
  return <ErrorState problem={problem} retry={again} />
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
