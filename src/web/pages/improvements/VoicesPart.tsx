import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { useCursorList } from '../../parts/cursor-list.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import { improvementPath, type View, type Voice } from './improvements.ts'

/** The voices it answers: each opens in the explorer. */
export function VoicesPart({ view: { id, reach } }: { view: View }) {
  const { t } = useWords()
  const list = useCursorList<Voice>(['improvements', 'voices', id], `${improvementPath(id)}/feedback`, { limit: 20 })
  return (
    <section className={css.card}>
      <header className={css.head}>
        <h2>{t('improvements.voices-title')}</h2>
        <span className={css.quiet}>
          {t('improvements.voices', { n: reach.voices })} · {t('improvements.reach', { n: reach.people })}
        </span>
      </header>
      {list.state === 'failed' && <ErrorState problem={list.problem} retry={list.retry} />}
      {list.state === 'ready' && list.items.length === 0 && (
        <EmptyState said={t('improvements.no-voices')} next={t('improvements.no-voices-next')}>
          <Button component={Link} to="/explorer" variant="default">
            {t('improvements.to-explorer')}
          </Button>
        </EmptyState>
      )}
      <ul className={css.rows}>
        {list.items.map((voice) => (
          <VoiceRow key={voice.id} improvementId={id} voice={voice} />
        ))}
      </ul>
      {list.more && (
        <Button variant="subtle" size="compact-sm" loading={list.loadingMore} onClick={list.loadMore}>
          {t('improvements.load-more')}
        </Button>
      )}
    </section>
  )
}

function VoiceRow({ improvementId, voice }: { improvementId: string; voice: Voice }) {
  const { t } = useWords()
  const may = useCan()('improvement:change')
  const unlink = useUnlink(improvementId)
  return (
    <li className={css.voice}>
      <Link to="/explorer" search={{ voice: voice.id }} className={css.said}>
        {voice.text || t('improvements.only-score')}
      </Link>
      <div className={css.marks}>
        <ChannelIcon channel={voice.channel} />
        {voice.sentiment && <SentimentMark sentiment={voice.sentiment} />}
        {voice.customer && <span>{voice.customer}</span>}
        <TimeAgo at={voice.occurredAt} />
        {may && (
          <Button
            className={css.unlink}
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => unlink.mutate(voice.id)}
          >
            {t('improvements.unlink')}
          </Button>
        )}
      </div>
    </li>
  )
}

function useUnlink(id: string) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo, sayProblem } = useSaying()
  const path = `${improvementPath(id)}/feedback`
  const refresh = () => void queries.invalidateQueries({ queryKey: ['improvements'] })
  return useMutation({
    mutationFn: (voice: string) => api.send('DELETE', `${path}/${voice}`),
    onSuccess(_, voice) {
      refresh()
      const undo = () => api.send('POST', path, { feedbackIds: [voice] })
      offerUndo({ said: t('improvements.unlinked'), undo, undone: refresh })
    },
    onError: sayProblem,
  })
}
