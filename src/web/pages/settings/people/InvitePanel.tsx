import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../../../shared/contracts/permissions.ts'
import { api } from '../../../api.ts'
import { FormProblem, RestOfProblem, TextField } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import { ShownOnce } from '../ShownOnce.tsx'
import css from '../settings.module.css'
import type { Made } from './people.ts'
import { RolePick } from './RolePick.tsx'

/** Invites by e-mail; several, one after the other. */
export function InvitePanel({ close }: { close: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const invite = useMutation({
    mutationFn: () => api.send<Made>('POST', '/api/v1/invitations', { email: email.trim(), role }),
    onSuccess: async () => {
      setEmail('')
      await queries.invalidateQueries({ queryKey: ['invitations'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <SidePanel title={t('settings.invite')} close={close}>
      <FormProblem problem={invite.error}>
        <form className={css.form} onSubmit={submit}>
          <TextField
            path="email"
            type="email"
            label={t('settings.head-email')}
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RolePick label={t('settings.head-role')} value={role} pick={setRole} />
          <RestOfProblem />
          <div>
            <Button type="submit" loading={invite.isPending}>
              {t('settings.invite-send')}
            </Button>
          </div>
        </form>
      </FormProblem>
      {invite.data && (
        <>
          <p role="status">{t('settings.invite-sent', { email: invite.data.email })}</p>
          <ShownOnce said={t('settings.invite-link')} secret={invite.data.link} />
        </>
      )}
    </SidePanel>
  )
}
