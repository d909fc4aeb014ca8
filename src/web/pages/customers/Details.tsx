import { Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useAutosave } from '../../parts/autosave.ts'
import { usePeople } from '../../parts/people.ts'
import { SaveState } from '../../parts/SaveState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import { type Customer, customerPath } from './customers.ts'

/** What we know of a customer and may change; saved while it is written. */
export function Details({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const still = !useCan()('customer:change')
  const queries = useQueryClient()
  const people = usePeople()
  const { name, tier, note, owner } = customer
  const [form, setForm] = useState({ name, tier, note, owner })
  const saving = useAutosave(form, async (value) => {
    const saved = await api.send<Customer>('PATCH', customerPath(customer.id), {
      ...value,
      name: value.name.trim(),
      tier: value.tier.trim(),
    })
    queries.setQueryData(['customers', 'one', customer.id], saved)
    void queries.invalidateQueries({ queryKey: ['customers', 'list'] })
  })
  const at = (field: 'name' | 'tier' | 'note') => ({
    value: form[field],
    readOnly: still,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [field]: event.currentTarget.value }),
  })
  return (
    <section className={css.card} aria-labelledby="details">
      <header className={css.head}>
        <h2 id="details">{t('customers.details')}</h2>
        <SaveState saving={saving} />
      </header>
      <div className={css.form}>
        <TextInput label={t('customers.name')} maxLength={120} {...at('name')} />
        <TextInput
          label={t('customers.tier')}
          placeholder={t('customers.tier-example')}
          maxLength={60}
          {...at('tier')}
        />
        <Select
          label={t('customers.owner')}
          placeholder={t('customers.no-owner')}
          data={people.items.map((person) => ({ value: person.id, label: person.name }))}
          value={form.owner}
          onChange={(value) => setForm({ ...form, owner: value })}
          disabled={still}
          searchable
          clearable
        />
        <Textarea
          label={t('customers.note')}
          placeholder={t('customers.note-example')}
          maxLength={4000}
          autosize
          minRows={2}
          maxRows={10}
          {...at('note')}
        />
      </div>
    </section>
  )
}
