import { Button, Loader } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { FeedbackView, Received as ReceivedShape } from '../../../shared/contracts/feedback.ts'
import { api } from '../../api.ts'
import { FormProblem, RestOfProblem } from '../../parts/fields.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './panel.module.css'

export type Received = z.input<typeof ReceivedShape>
type Voice = z.input<typeof FeedbackView>

const LOOK_AGAIN = 1_000

type Props = { received: Received; go: (id: string) => void; another: () => void }

/** The voice is safe: its code for the customer, and its case as soon as there is one. */
export function EnteredVoice({ received, go, another }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { data: voice } = useQuery({
    queryKey: ['feedback', received.id, 'entered'],
    queryFn: ({ signal }) => api.get<Voice>(`/api/v1/feedback/${received.id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && decided(state.data) ? false : LOOK_AGAIN),
  })
  const opening = useMutation({
    mutationFn: () => api.send<Case>('POST', '/api/v1/cases', { feedback: received.id }),
    onSuccess: ({ id }) => go(id),
  })
  const caseId = voice?.cases[0]
  return (
    <div className={css.heard} role="status">
      <p>{t('inbox.entered')}</p>
      <p className={css.code}>{received.queryCode}</p>
      <p className="hx-quiet">{t('inbox.entered.code')}</p>
      {caseId && <Button onClick={() => go(caseId)}>{t('inbox.entered.go')}</Button>}
      {!caseId && voice?.understanding.status === 'done' && (
        <>
          <p>{t('inbox.entered.no-case')}</p>
          {can('case:answer') && (
            <Button variant="default" loading={opening.isPending} onClick={() => opening.mutate()}>
              {t('inbox.entered.open')}
            </Button>
          )}
        </>
      )}
      {!caseId && voice?.understanding.status !== 'done' && (
        <p className="hx-quiet">
          <Loader size={14} /> {t('inbox.entered.waiting')}
        </p>
      )}
      <FormProblem problem={opening.error}>
        <RestOfProblem />
      </FormProblem>
      <Button variant="subtle" onClick={another}>
        {t('inbox.entered.another')}
      </Button>
    </div>
  )
}

/** Either it has a case, or it was understood and needs none. */
const decided = ({ cases }: Voice): boolean => cases.length > 0
