import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { problemOf } from '../../api.ts'
import { Entrance } from '../../frame/Entrance.tsx'
import { useWords } from '../../words.tsx'

/** `problem` null: the link is known to be dead without asking. */
type Props = { problem: unknown; said: string; retry: () => void }

/** A link that is used up or too old; or, when it could not even be asked for, why and a way to try again. */
export function DeadLink({ problem, said, retry }: Props) {
  const { t, tell } = useWords()
  const found = problemOf(problem)
  const dead = problem === null || (found.status >= 400 && found.status < 500 && found.status !== 429)
  return (
    <Entrance title={dead ? t('session.dead-link') : t('parts.not-shown')} about={dead ? said : tell(found)}>
      {dead ? (
        <Button component={Link} to="/sign-in" variant="default">
          {t('session.to-sign-in')}
        </Button>
      ) : (
        <Button variant="default" onClick={retry}>
          {t('parts.retry')}
        </Button>
      )}
    </Entrance>
  )
}
