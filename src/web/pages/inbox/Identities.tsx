import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { CustomerView } from '../../../shared/contracts/customers.ts'
import { masked } from '../../../shared/text/masked.ts'
import { api } from '../../api.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { CaseCustomer } from './case-types.ts'
import css from './customer.module.css'

/** Addresses and numbers, masked. Who may see them asks for them, and that look is written down. */
export function Identities({ person }: { person: CaseCustomer }) {
  const { t } = useWords()
  const may = useCan()('customer:read')
  const [seen, setSeen] = useState(false)
  const { data: whole } = useQuery({
    queryKey: ['customers', 'one', person.id],
    queryFn: ({ signal }) => api.get<z.input<typeof CustomerView>>(`/api/v1/customers/${person.id}`, {}, signal),
    enabled: seen && may,
    // Each look is audited: coming back to the window is none.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = [
    { kind: 'email', name: t('inbox.person.email'), value: person.email },
    { kind: 'phone', name: t('inbox.person.phone'), value: person.phone },
    { kind: 'external', name: t('inbox.person.external'), value: person.externalId },
  ].flatMap(({ kind, name, value }) => (value ? [{ kind, name, value }] : []))
  if (known.length === 0) return null
  const plain = (kind: string, value: string) =>
    whole?.identities.find((identity) => identity.kind === kind && identity.value === value)?.value ??
    whole?.identities.find((identity) => identity.kind === kind)?.value
  return (
    <>
      <dl className={css.facts}>
        {known.map(({ kind, name, value }) => (
          <div key={kind} className={css.pair}>
            <dt>{name}</dt>
            <dd>{(seen && plain(kind, value)) || masked(value)}</dd>
          </div>
        ))}
      </dl>
      {may && (
        <Button variant="subtle" size="compact-sm" ms={-8} onClick={() => setSeen(!seen)}>
          {seen ? t('inbox.person.hide') : t('inbox.person.show')}
        </Button>
      )}
    </>
  )
}
