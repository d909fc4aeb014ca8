import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ReviewSettings } from '../../../../shared/contracts/review.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import css from './learning.module.css'
import type { Agreement, Learning } from './learning.ts'
import { meaningOf } from './reading-figures.ts'
import { ShareCell } from './ShareCell.tsx'

/** Whether two people judge each voice, and how far they agree. */
export function AgreementPart({ learning }: { learning: Learning }) {
  const { t } = useWords()
  const judges = useCan()('feedback:correct')
  const measured = learning.agreement.filter(({ n }) => n > 0)
  return (
    <section className={css.part} aria-labelledby="agreement">
      <h2 id="agreement">{t('learning.agreement')}</h2>
      {judges && <TwoReviewers />}
      {measured.length === 0 ? (
        <p className={css.quiet}>{t('learning.agreement-none')}</p>
      ) : (
        <>
          <dl className={css.agreement}>
            {measured.map((agreement) => (
              <OneField key={agreement.field} agreement={agreement} />
            ))}
          </dl>
          <p className={css.quiet}>{t('learning.kappa-about')}</p>
        </>
      )}
    </section>
  )
}

function OneField({ agreement: { field, agreed, kappa } }: { agreement: Agreement }) {
  const { t, term } = useWords()
  const f = useFormat()
  const names = {
    sentiment: t('explorer.sentiment'),
    intent: t('explorer.intent'),
    categories: t('explorer.categories'),
  }
  return (
    <div>
      <dt>{names[field]}</dt>
      <dd>
        <ShareCell share={agreed} />
        <span>
          {kappa === null
            ? t('learning.kappa-unknown')
            : t('learning.kappa', { kappa: f.number(kappa, 2), meaning: term('kappa', meaningOf(kappa)) })}
        </span>
      </dd>
    </div>
  )
}

type Settings = z.input<typeof ReviewSettings>
const KEY = ['review', 'settings']

function TwoReviewers() {
  const { t } = useWords()
  const may = useCan()('taxonomy:change')
  const queries = useQueryClient()
  const { offerUndo, sayProblem } = useSaying()
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Settings>('/api/v1/settings/review', {}, signal),
  })
  const send = async (twoReviewers: boolean) => {
    queries.setQueryData<Settings>(KEY, await api.send<Settings>('PUT', '/api/v1/settings/review', { twoReviewers }))
    void queries.invalidateQueries({ queryKey: ['review', 'state'] })
  }
  const change = useMutation({
    mutationFn: send,
    onSuccess: (_done, twoReviewers) =>
      offerUndo({
        said: twoReviewers ? t('learning.two-on') : t('learning.two-off'),
        undo: () => send(!twoReviewers),
      }),
    onError: sayProblem,
  })
  return (
    <Switch
      label={t('learning.two')}
      description={t('learning.two-about')}
      checked={found.data?.twoReviewers ?? false}
      disabled={!may || found.data === undefined || change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
    />
  )
}
