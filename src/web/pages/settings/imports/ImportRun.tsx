import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import css from './imports.module.css'
import { type Import, isRunning } from './imports.ts'
import { Refused } from './Refused.tsx'

/** How far an import is, or what came of it. */
export function ImportRun({ run }: { run: Import }) {
  const { t, tell } = useWords()
  const queries = useQueryClient()
  const over = !isRunning(run)
  useEffect(() => {
    if (!over) return
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    void queries.invalidateQueries({ queryKey: ['feedback'] })
    void queries.invalidateQueries({ queryKey: ['home'] })
  }, [over, queries])
  if (!over) return <Running run={run} />
  const counts = { added: run.added, already: run.already, refused: run.refusedCount }
  return (
    <div className={css.run} role="status">
      {run.state === 'done' && <p>{run.dryRun ? t('imports.tried', counts) : t('imports.done', counts)}</p>}
      {run.state === 'cancelled' && <p>{t('imports.stopped')}</p>}
      {run.state === 'failed' && run.failure && <p>{t('imports.failed', { why: tell(run.failure) })}</p>}
      {!run.dryRun && run.added > 0 && <Link to="/explorer">{t('imports.see')}</Link>}
      {run.refused.length > 0 && <Refused run={run} />}
    </div>
  )
}

function Running({ run }: { run: Import }) {
  const { t } = useWords()
  const f = useFormat()
  const { sayProblem } = useSaying()
  const stop = useMutation({
    mutationFn: () => api.send('DELETE', `/api/v1/imports/${run.id}`),
    onError: sayProblem,
  })
  const { read, added, already, refusedCount } = run
  return (
    <div className={css.run} role="status">
      <p>
        {run.state === 'waiting' ? t('imports.waiting') : run.dryRun ? t('imports.running-try') : t('imports.running')}
      </p>
      <Progress value={100} animated size="sm" aria-label={run.name} />
      <div className={css.steps}>
        <span className={css.quiet}>
          {t('imports.progress', {
            read: f.number(read),
            added: f.number(added),
            already: f.number(already),
            refused: f.number(refusedCount),
          })}
        </span>
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t('imports.stop')}
        </Button>
      </div>
    </div>
  )
}
