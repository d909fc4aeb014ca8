import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { Fingerprint, FrozenPlan } from './FrozenPlan.tsx'
import css from './improvements.module.css'
import { type Check, improvementPath, type Stage, type View } from './improvements.ts'
import { PlanPanel } from './PlanPanel.tsx'
import { ResultCard } from './ResultCard.tsx'

const OPEN: readonly Stage[] = ['proposed', 'accepted', 'building']

/** How it will be checked, and what the check found. */
export function VerificationPart({ view }: { view: View }) {
  const { t } = useWords()
  const may = useCan()('improvement:change')
  const [planning, setPlanning] = useState(false)
  const check = useQuery({
    queryKey: ['improvements', 'verification', view.id],
    queryFn: ({ signal }) => api.get<Check>(`${improvementPath(view.id)}/verification`, {}, signal),
    enabled: view.check !== null,
    retry: (times, thrown) => times < 2 && problemOf(thrown).status !== 404,
  })
  // A plan is spent when it was decided; a new one is wanted while the change is still open, or too few had spoken.
  const spent = view.check !== null && view.check.verdict !== null
  const again = may && spent && (OPEN.includes(view.stage) || view.stage === 'shipped')
  return (
    <section className={css.card}>
      <header className={css.head}>
        <h2>{t('improvements.check')}</h2>
        {again && (
          <Button size="compact-sm" variant="default" onClick={() => setPlanning(true)}>
            {t('improvements.check-again')}
          </Button>
        )}
      </header>
      {view.check === null && (
        <EmptyState said={t('improvements.check-none')} next={t('improvements.check-none-next')}>
          {may && OPEN.includes(view.stage) && (
            <Button variant="default" onClick={() => setPlanning(true)}>
              {t('improvements.plan-write')}
            </Button>
          )}
        </EmptyState>
      )}
      {view.check !== null && check.isPending && <Skeleton height={160} />}
      {check.isError && !check.data && <ErrorState problem={check.error} retry={() => void check.refetch()} />}
      {check.data && <Shown check={check.data} />}
      {planning && <PlanPanel view={view} close={() => setPlanning(false)} />}
    </section>
  )
}

function Shown({ check }: { check: Check }) {
  const { t } = useWords()
  return (
    <div className={css.stack}>
      {check.result && <ResultCard metric={check.plan.metric} result={check.result} />}
      <FrozenPlan check={check} />
      {check.earlier.length > 0 && (
        <details>
          <summary>{t('improvements.earlier')}</summary>
          {check.earlier.map(({ round, plan, hash, result }) => (
            <div key={round}>
              <h3>{t('improvements.round', { n: round })}</h3>
              {result ? <ResultCard metric={plan.metric} result={result} /> : <p>{t('improvements.no-result')}</p>}
              <Fingerprint hash={hash} />
            </div>
          ))}
        </details>
      )}
    </div>
  )
}
