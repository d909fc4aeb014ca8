import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import { FormProblem, RestOfProblem } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import { type Customer, callOf, customerPath } from './customers.ts'

/** The one act here that cannot be taken back: it says what it does and wants the name typed. */
export function ErasePanel({ customer, close }: { customer: Customer; close: () => void }) {
  const { t } = useWords()
  const can = useCan()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { say } = useSaying()
  const [typed, setTyped] = useState('')
  const name = callOf(customer)
  const erase = useMutation({
    mutationFn: () => api.send('DELETE', customerPath(customer.id)),
    async onSuccess() {
      await navigate({ to: '/customers' })
      say(t('customers.erased'))
      queries.removeQueries({ queryKey: ['customers', 'one', customer.id] })
      void queries.invalidateQueries()
    },
  })
  return (
    <SidePanel title={t('customers.erase-title', { name })} close={close}>
      <FormProblem problem={erase.error}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (typed === name) erase.mutate()
          }}
        >
          <p>{t('customers.erase-what')}</p>
          <ul className={css.list}>
            <li>{t('customers.erase-who')}</li>
            <li>{t('customers.erase-said')}</li>
            <li>{t('customers.erase-stays')}</li>
            <li>{t('customers.erase-audit')}</li>
          </ul>
          {can('customer:export') && (
            <p>
              {t('customers.erase-export')}{' '}
              <a href={`${customerPath(customer.id)}/copy`} download>
                {t('customers.export')}
              </a>
            </p>
          )}
          <TextInput
            label={t('customers.erase-type', { name })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" color="red" disabled={typed !== name} loading={erase.isPending}>
            {t('customers.erase-do')}
          </Button>
        </form>
      </FormProblem>
    </SidePanel>
  )
}
