import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { FormProblem, RestOfProblem } from '../../../parts/fields.tsx'
import { MailFault } from '../../../parts/MailFault.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { SureButton } from '../SureButton.tsx'
import css from './channels.module.css'
import { MailboxFields } from './MailboxFields.tsx'
import { draftOf, type MailboxForm, sentOf } from './mailbox-form.ts'
import { type Mailbox, mailboxPath, useRefreshMailboxes } from './mailboxes.ts'
import { TrialResult, type Trying } from './Trial.tsx'

type Props = {
  /** Null: a new one. */
  mailbox: Mailbox | null
  trial: Trying
  close: () => void
  made: (id: string) => void
}

/** A mailbox: how it is reached, how it fares, and what can be done with it. */
export function MailboxPanel({ mailbox, trial, close, made }: Props) {
  const { t } = useWords()
  const refresh = useRefreshMailboxes()
  const { say } = useSaying()
  const [form, setForm] = useState<MailboxForm>(() => draftOf(mailbox))
  const save = useMutation({
    async mutationFn() {
      const body = sentOf(form)
      if (mailbox) {
        await api.send('PUT', mailboxPath(mailbox.id), body)
        return mailbox.id
      }
      return (await api.send<{ id: string }>('POST', '/api/v1/mailboxes', body)).id
    },
    onSuccess(id) {
      refresh()
      say(t('channels.saved'))
      setForm((old) => ({ ...old, password: '' }))
      trial.mutate(id)
      if (!mailbox) made(id)
    },
  })
  return (
    <SidePanel title={mailbox?.address ?? t('channels.add')} close={close}>
      <FormProblem problem={save.error}>
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          {mailbox?.failure && (
            <p className={css.error} role="status">
              <MailFault fault={mailbox.fault} said={mailbox.failure} />
            </p>
          )}
          <MailboxFields form={form} setForm={setForm} known={mailbox !== null} />
          <RestOfProblem />
          {mailbox && trial.variables === mailbox.id && <TrialResult trial={trial} />}
          <Button type="submit" loading={save.isPending || trial.isPending}>
            {t('channels.save-and-try')}
          </Button>
        </form>
      </FormProblem>
      {mailbox && <Acts mailbox={mailbox} close={close} again={() => trial.mutate(mailbox.id)} />}
    </SidePanel>
  )
}

function Acts({ mailbox, close, again }: { mailbox: Mailbox; close: () => void; again: () => void }) {
  const { t } = useWords()
  const refresh = useRefreshMailboxes()
  const { say, sayProblem } = useSaying()
  const { address, id, paused } = mailbox
  const pause = useMutation({
    mutationFn: () => api.send('PUT', `${mailboxPath(id)}/pause`, { paused: !paused }),
    onSuccess() {
      refresh()
      say(paused ? t('channels.is-resumed', { address }) : t('channels.is-paused', { address }))
    },
    onError: sayProblem,
  })
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', mailboxPath(id)),
    onSuccess() {
      refresh()
      close()
      say(t('channels.removed', { address }))
    },
    onError: sayProblem,
  })
  return (
    <div className={css.acts}>
      <Button variant="default" onClick={again}>
        {t('channels.try')}
      </Button>
      <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate()}>
        {paused ? t('channels.resume') : t('channels.pause')}
      </Button>
      <SureButton act={t('channels.remove')} busy={remove.isPending} does={() => remove.mutate()} />
      <p className={css.quiet}>{t('channels.remove-about')}</p>
    </div>
  )
}
