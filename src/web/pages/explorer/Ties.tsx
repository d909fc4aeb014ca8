import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { type CaseOfVoice, useImprovementsOf, type Voice } from './voices.ts'

/** Who spoke, which cases answer them, which improvements follow from it. */
export function Ties({ voice }: { voice: Voice }) {
  const { t } = useWords()
  const can = useCan()
  const improvements = useImprovementsOf(voice.id)
  const linked = improvements.data?.items ?? []
  return (
    <section className={css.ties}>
      <div className={css.pair}>
        <span className={css.name}>{t('explorer.who')}</span>
        {voice.customer ? (
          can('customer:read') ? (
            <Link to="/customers/$id" params={{ id: voice.customer.id }}>
              {voice.customer.name || t('explorer.customer-unnamed')}
            </Link>
          ) : (
            <span>{voice.customer.name || t('explorer.customer-unnamed')}</span>
          )
        ) : (
          <span className={css.quiet}>{t('explorer.anonymous')}</span>
        )}
      </div>
      <Cases voice={voice} />
      <div className={css.pair}>
        <span className={css.name}>{t('explorer.improvements')}</span>
        <div className={css.rows}>
          {linked.length === 0 && !improvements.isPending && (
            <span className={css.quiet}>{t('explorer.no-improvement')}</span>
          )}
          {linked.map(({ id, number, title, stage }) => (
            <span key={id} className={css.tie}>
              <Link to="/improvements/$id" params={{ id }}>
                #{number} {title}
              </Link>
              <StageBadge of="improvement" stage={stage} />
            </span>
          ))}
        </div>
      </div>
    </section>
  )
}

function Cases({ voice }: { voice: Voice }) {
  const { t } = useWords()
  const can = useCan()
  const navigate = useNavigate()
  const { sayProblem } = useSaying()
  const cases = useQuery({
    queryKey: ['cases', 'of-voice', voice.id, voice.cases],
    enabled: voice.cases.length > 0 && can('case:read'),
    queryFn: ({ signal }) => api.get<CursorPage<CaseOfVoice>>('/api/v1/cases', { feedback: voice.id }, signal),
  })
  const openOne = useMutation({
    mutationFn: () => api.send<CaseOfVoice>('POST', '/api/v1/cases', { feedback: voice.id }),
    onSuccess: ({ id }) => navigate({ to: '/inbox', search: { view: 'all', case: id } }),
    onError: sayProblem,
  })
  return (
    <div className={css.pair}>
      <span className={css.name}>{t('explorer.cases')}</span>
      <div className={css.rows}>
        {cases.data?.items.map(({ id, number, stage }) => (
          <span key={id} className={css.tie}>
            <Link to="/inbox" search={{ view: 'all', case: id }}>
              {t('explorer.case', { number: String(number) })}
            </Link>
            <StageBadge stage={stage} />
          </span>
        ))}
        {voice.cases.length === 0 && (
          <span className={css.tie}>
            <span className={css.quiet}>{t('explorer.no-case')}</span>
            {can('case:answer') && !voice.setAside && (
              <Button size="compact-sm" variant="subtle" loading={openOne.isPending} onClick={() => openOne.mutate()}>
                {t('explorer.open-case')}
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  )
}
