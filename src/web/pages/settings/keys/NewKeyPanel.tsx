import { Button, Input, SegmentedControl } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { KeyMade, MakeKey } from '../../../../shared/contracts/keys.ts'
import type { Role } from '../../../../shared/contracts/permissions.ts'
import { api } from '../../../api.ts'
import { FormProblem, NumberField, RestOfProblem, TextField } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import { RolePick } from '../people/RolePick.tsx'
import { ShownOnce } from '../ShownOnce.tsx'
import css from '../settings.module.css'

/** Makes a key and shows it, once. */
export function NewKeyPanel({ close }: { close: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [scope, setScope] = useState<'all' | 'read'>('all')
  const [limit, setLimit] = useState<number | null>(null)
  const make = useMutation({
    mutationFn: () => {
      const wanted: z.input<typeof MakeKey> = { name: name.trim(), role, scope, callsPerMinute: limit }
      return api.send<z.input<typeof KeyMade>>('POST', '/api/v1/keys', wanted)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  if (make.data) {
    return (
      <SidePanel title={make.data.name} close={close}>
        <ShownOnce said={t('settings.key-once')} secret={make.data.key} />
      </SidePanel>
    )
  }
  return (
    <SidePanel title={t('settings.key-new')} close={close}>
      <FormProblem problem={make.error}>
        <form className={css.form} onSubmit={submit}>
          <TextField
            path="name"
            label={t('settings.key-name')}
            description={t('settings.key-name-about')}
            required
            autoFocus
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RolePick label={t('settings.head-role')} value={role} pick={setRole} />
          <Input.Wrapper label={t('settings.key-scope')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('settings.key-scope')}
              value={scope}
              data={[
                { value: 'all', label: t('settings.key-scope-all') },
                { value: 'read', label: t('settings.key-scope-read') },
              ]}
              onChange={(value) => setScope(value === 'read' ? 'read' : 'all')}
            />
          </Input.Wrapper>
          <NumberField
            path="callsPerMinute"
            label={t('settings.key-limit')}
            placeholder={t('settings.key-limit-none')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={limit ?? ''}
            onChange={(value) => setLimit(typeof value === 'number' ? value : null)}
          />
          <RestOfProblem />
          <div>
            <Button type="submit" loading={make.isPending}>
              {t('settings.key-make')}
            </Button>
          </div>
        </form>
      </FormProblem>
    </SidePanel>
  )
}
