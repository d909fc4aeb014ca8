import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { problemOf } from '../api.ts'
import { useWords } from '../words.tsx'
import css from './states.module.css'

type Props = {
  /** What was thrown; an ApiProblem is told in words. */
  problem: unknown
  retry?: (() => void) | undefined
}

/** Something could not be shown: what happened, and a way to try again. */
export function ErrorState({ problem, retry }: Props) {
  const { t, tell } = useWords()
  const told = problemOf(problem)
  return (
    <div className={css.state} role="alert">
      <div className={css.icon} aria-hidden="true">
        <IconPlugConnectedX size={28} stroke={1.5} />
      </div>
      <p className={css.said}>{t('parts.not-shown')}</p>
      <p className={css.next}>{told.code === 'network' ? t('problem.network-reading') : tell(told)}</p>
      {retry && (
        <div className={css.acts}>
          <Button variant="default" onClick={retry}>
            {t('parts.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}
