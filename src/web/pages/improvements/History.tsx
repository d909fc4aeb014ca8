import { Button } from '@mantine/core'
import { useCursorList } from '../../parts/cursor-list.ts'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import { improvementPath, type Step } from './improvements.ts'

/** What happened to it, newest first. */
export function History({ id }: { id: string }) {
  const { t } = useWords()
  const list = useCursorList<Step>(['improvements', 'steps', id], `${improvementPath(id)}/steps`, { limit: 20 })
  return (
    <section className={css.card}>
      <header className={css.head}>
        <h2>{t('improvements.history')}</h2>
      </header>
      <ul className={css.rows}>
        {list.items.map((step) => (
          <li key={step.id}>
            <div>
              <Happened step={step} />
              <div className={css.marks}>
                <span>{step.by?.name ?? t('improvements.by-system')}</span>
                <TimeAgo at={step.at} />
              </div>
            </div>
          </li>
        ))}
      </ul>
      {list.more && (
        <Button variant="subtle" size="compact-sm" loading={list.loadingMore} onClick={list.loadMore}>
          {t('improvements.load-more')}
        </Button>
      )}
    </section>
  )
}

function Happened({ step: { kind, facts } }: { step: Step }) {
  const { term } = useWords()
  const text = (name: string) => String(facts[name] ?? '')
  const said = term('improvements.step', kind, {
    n: Number(facts.n ?? 0),
    round: text('round'),
    from: term('improvement-stage', text('from')),
    to: term('improvement-stage', text('to')),
    verdict: term('verdict', text('verdict')),
  })
  return (
    <>
      <span>{said}</span>
      {kind === 'moved' && text('reason') !== '' && <p className={`${css.quiet} ${css.pre}`}>{text('reason')}</p>}
    </>
  )
}
