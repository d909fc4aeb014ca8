import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import { type Customer, customerPath } from './customers.ts'

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** By what a customer is recognised, who was merged into them, and what other systems told of them. */
export function Identities({ customer }: { customer: Customer }) {
  const { t, term } = useWords()
  const attributes = Object.entries(customer.attributes).filter(([, value]) => value !== '' && value !== null)
  return (
    <section className={css.card} aria-labelledby="identities">
      <header className={css.head}>
        <h2 id="identities">{t('customers.identities')}</h2>
      </header>
      {customer.identities.length === 0 && <p className={css.quiet}>{t('customers.no-identity')}</p>}
      <dl className={css.facts}>
        {customer.identities.map(({ kind, value }) => (
          <div key={`${kind} ${value}`}>
            <dt>{term('identity', kind)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {attributes.length > 0 && (
        <>
          <h3>{t('customers.attributes')}</h3>
          <dl className={css.facts}>
            {attributes.map(([name, value]) => (
              <div key={name}>
                <dt>{term('fact', name)}</dt>
                <dd>{written(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {customer.merged.length > 0 && <Merged customer={customer} />}
    </section>
  )
}

function Merged({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const may = useCan()('customer:change')
  const queries = useQueryClient()
  const { say, sayProblem } = useSaying()
  const apart = useMutation({
    mutationFn: ({ id }: Customer['merged'][number]) => api.send('DELETE', `${customerPath(customer.id)}/merges/${id}`),
    onSuccess(_reply, { name }) {
      say(t('customers.unmerged', { name: name || t('customers.unnamed') }))
      void queries.invalidateQueries({ queryKey: ['customers'] })
      void queries.invalidateQueries({ queryKey: ['feedback'] })
    },
    onError: sayProblem,
  })
  return (
    <>
      <h3>{t('customers.merged')}</h3>
      <ul className={css.plain}>
        {customer.merged.map((merge) => (
          <li key={merge.id} className={css.line}>
            <span>{merge.name || t('customers.unnamed')}</span>
            <span className={css.quiet}>
              <TimeAgo at={merge.at} />
            </span>
            {may && (
              <Button size="compact-sm" variant="subtle" loading={apart.isPending} onClick={() => apart.mutate(merge)}>
                {t('customers.unmerge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
