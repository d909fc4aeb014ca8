import { problemOf } from '../../api.ts'
import { useWords } from '../../words.tsx'
import css from './composer.module.css'

/** Why something was not sent, and that nothing is lost. */
export function SendProblem({ problem }: { problem: unknown }) {
  const { t, tell } = useWords()
  if (!problem) return null
  const known = problemOf(problem)
  return (
    <p className={css.problem} role="alert">
      {known.code === 'network' ? tell(known) : t('inbox.compose.not-sent', { why: tell(known) })}
    </p>
  )
}
