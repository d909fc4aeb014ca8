import { Button, Skeleton } from '@mantine/core'
import { IconSend, IconTicket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { CaseItem } from '../../../shared/contracts/cases.ts'
import type { FeedbackItem } from '../../../shared/contracts/feedback.ts'
import { api } from '../../api.ts'
import { useLive } from '../../live.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { type CursorPage, useCursorList } from '../../parts/cursor-list.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { Scores } from '../explorer/Scores.tsx'
import css from './customers.module.css'
import type { Customer } from './customers.ts'
import { timelineOf } from './timeline.ts'

type Voice = z.input<typeof FeedbackItem>
type Work = z.input<typeof CaseItem>

const MOST_CASES = 100

/** Voices, cases and what we sent, in one line of time. */
export function Timeline({ customer }: { customer: Customer }) {
  const { t } = useWords()
  const { id } = customer
  useLive(['customers', 'history', id], ['feedback', 'case', 'message'])
  const voices = useCursorList<Voice>(['customers', 'history', id, 'voices'], '/api/v1/feedback', { customer: id })
  const cases = useQuery({
    queryKey: ['customers', 'history', id, 'cases'],
    queryFn: ({ signal }) =>
      api
        .get<CursorPage<Work>>('/api/v1/cases', { customer: id, view: 'all', limit: MOST_CASES }, signal)
        .then(({ items }) => items),
  })
  const entries = timelineOf({
    voices: voices.items,
    more: voices.more,
    cases: cases.data ?? [],
    contacts: customer.contacts,
  })
  return (
    <section className={css.card} aria-labelledby="history">
      <header className={css.head}>
        <h2 id="history">{t('customers.timeline')}</h2>
        <Link to="/explorer" search={{ customer: id }}>
          {t('customers.all-voices')}
        </Link>
      </header>
      {voices.state === 'failed' && <ErrorState problem={voices.problem} retry={voices.retry} />}
      {voices.state === 'waiting' && <Skeleton height={160} />}
      {voices.state === 'ready' && entries.length === 0 && <p className={css.quiet}>{t('customers.timeline-empty')}</p>}
      <ol className={css.timeline}>
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.kind === 'contact' ? entry.at : entry.of.id}`}>
            {entry.kind === 'voice' && <VoiceEntry voice={entry.of} />}
            {entry.kind === 'case' && <CaseEntry work={entry.of} />}
            {entry.kind === 'contact' && <ContactEntry contact={entry.of} />}
          </li>
        ))}
      </ol>
      {voices.more && (
        <Button variant="subtle" loading={voices.loadingMore} onClick={voices.loadMore}>
          {t('list.more')}
        </Button>
      )}
    </section>
  )
}

function Line({ mark, at, children }: { mark: ReactNode; at: string; children?: ReactNode }) {
  return (
    <>
      <span className={css.marks}>
        {mark}
        <span className={css.quiet}>
          <TimeAgo at={at} />
        </span>
      </span>
      {children && <div className={css.said}>{children}</div>}
    </>
  )
}

const VoiceEntry = ({ voice }: { voice: Voice }) => (
  <Line
    at={voice.occurredAt}
    mark={
      <>
        <ChannelIcon channel={voice.channel} />
        <SentimentMark sentiment={voice.sentiment} />
        <span className={css.quiet}>
          <Scores scores={voice.scores} />
        </span>
      </>
    }
  >
    <Link to="/explorer" search={{ customer: voice.customer?.id ?? '', voice: voice.id }}>
      {voice.text || voice.subject || <OnlyScores />}
    </Link>
  </Line>
)

const OnlyScores = () => {
  const { t } = useWords()
  return <span className={css.quiet}>{t('explorer.only-scores')}</span>
}

function CaseEntry({ work }: { work: Work }) {
  const { t } = useWords()
  return (
    <Line
      at={work.openedAt}
      mark={
        <>
          <IconTicket size={16} stroke={1.75} aria-hidden="true" />
          <Link to="/inbox" search={{ view: 'all', case: work.id }}>
            {t('customers.case', { number: String(work.number) })}
          </Link>
          <StageBadge stage={work.stage} />
        </>
      }
    >
      {work.subject}
    </Line>
  )
}

function ContactEntry({ contact }: { contact: Customer['contacts'][number] }) {
  const { t, term } = useWords()
  return (
    <Line
      at={contact.at}
      mark={
        <>
          <IconSend size={16} stroke={1.75} aria-hidden="true" />
          <span>{t('customers.contact', { kind: term('contact-kind', contact.kind) })}</span>
          <ChannelIcon channel={contact.channel} />
        </>
      }
    />
  )
}
