import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { KeyView } from '../../../../shared/contracts/keys.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { FormProblem, RestOfProblem } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { SureButton } from '../SureButton.tsx'
import css from '../settings.module.css'

/** One key: what is known of it, and revoking it. */
export function KeyPanel({ shown, close }: { shown: z.input<typeof KeyView>; close: () => void }) {
  const { t, term } = useWords()
  const { say } = useSaying()
  const f = useFormat()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => api.send('DELETE', `/api/v1/keys/${shown.id}`),
    onSuccess: async () => {
      say(t('settings.key-revoked', { name: shown.name }))
      close()
      await queries.invalidateQueries({ queryKey: ['keys'] })
    },
  })
  return (
    <SidePanel title={shown.name} close={close}>
      <dl className={css.facts}>
        <dt>{t('settings.keys')}</dt>
        <dd>
          <code>{shown.hint}</code>
        </dd>
        <dt>{t('settings.head-role')}</dt>
        <dd>{term('role', shown.role)}</dd>
        <dt>{t('settings.key-scope')}</dt>
        <dd>{shown.scope === 'read' ? t('settings.key-scope-read') : t('settings.key-scope-all')}</dd>
        <dt>{t('settings.key-limit')}</dt>
        <dd>{shown.callsPerMinute === null ? t('settings.key-limit-none') : f.number(shown.callsPerMinute)}</dd>
        <dt>{t('settings.key-made')}</dt>
        <dd>{f.moment(shown.createdAt)}</dd>
        <dt>{t('settings.key-by')}</dt>
        <dd>{shown.createdBy ?? '–'}</dd>
        <dt>{t('settings.key-used')}</dt>
        <dd>{shown.lastUsedAt ? f.moment(shown.lastUsedAt) : t('settings.key-unused')}</dd>
      </dl>
      <FormProblem problem={revoke.error}>
        <RestOfProblem />
        <div className={css.foot}>
          <p className={css.quiet}>{t('settings.key-revoke-about')}</p>
          <p>
            <SureButton act={t('settings.key-revoke')} busy={revoke.isPending} does={() => revoke.mutate()} />
          </p>
        </div>
      </FormProblem>
    </SidePanel>
  )
}
