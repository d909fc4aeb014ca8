import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { api, problemOf } from '../../../api.ts'
import { MailFault } from '../../../parts/MailFault.tsx'
import { useWords } from '../../../words.tsx'
import css from './channels.module.css'
import { mailboxPath, type Trial } from './mailboxes.ts'

export type Trying = UseMutationResult<Trial, Error, string>

/** Signs in to a mailbox's servers: `trial.mutate(mailbox.id)`. */
export const useTrial = (): Trying =>
  useMutation({ mutationFn: (id: string) => api.send<Trial>('POST', `${mailboxPath(id)}/trial`) })

/** What each server answered. */
export function TrialResult({ trial }: { trial: Trying }) {
  const { t, tell } = useWords()
  if (trial.isPending) {
    return (
      <p className={css.quiet} role="status">
        {t('channels.trying')}
      </p>
    )
  }
  if (trial.isError) return <p role="alert">{tell(problemOf(trial.error))}</p>
  if (!trial.data) return null
  const { imap, smtp } = trial.data
  const lines = [
    { server: t('channels.reads'), result: imap },
    { server: t('channels.writes'), result: smtp },
  ]
  return (
    <ul className={css.trial} role="status">
      {lines.map(
        ({ server, result }) =>
          result && (
            <li key={server} data-ok={result.ok}>
              <p>{result.ok ? t('channels.tried-ok', { server }) : t('channels.tried-failed', { server })}</p>
              {!result.ok && <MailFault fault={result.fault} said={result.detail} />}
            </li>
          ),
      )}
    </ul>
  )
}
