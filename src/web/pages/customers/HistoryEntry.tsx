import { IconBulb, IconMessage, IconSend, IconShoppingBag } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { WordKey } from '../../../shared/words/say.ts'
import { useFormat } from '../../format.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { Scores } from '../explorer/Scores.tsx'
import css from './history.module.css'
import type { Entry, EntryOf } from './history.ts'

/** Opens a case where it is read; without it a case is a link to the Inbox. */
export type Go = (caseId: string) => void

/** One moment between a customer and us. */
export function HistoryEntry({ entry, customer, go }: { entry: Entry; customer: string; go: Go | null }) {
  if (entry.kind === 'voice') return <Said entry={entry} customer={customer} go={go} />
  if (entry.kind === 'message') return <Written entry={entry} go={go} />
  if (entry.kind === 'notice') return <Told entry={entry} />
  return <Bought entry={entry} />
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

function Line({ at, marks, children }: { at: string; marks: ReactNode; children?: ReactNode }) {
  return (
    <>
      <div className={css.marks}>
        {marks}
        <span className={css.when}>
          <TimeAgo at={at} />
        </span>
      </div>
      {children}
    </>
  )
}

function CaseLink({ of, go }: { of: { id: string; number: number }; go: Go | null }) {
  const { t } = useWords()
  const label = t('customers.case', { number: String(of.number) })
  if (go)
    return (
      <button type="button" className={css.link} onClick={() => go(of.id)}>
        {label}
      </button>
    )
  return (
    <Link className={css.link} to="/inbox" search={{ view: 'all', case: of.id }}>
      {label}
    </Link>
  )
}

function Said({ entry, customer, go }: { entry: EntryOf<'voice'>; customer: string; go: Go | null }) {
  const { t, term } = useWords()
  const { survey } = entry
  return (
    <Line
      at={entry.at}
      marks={
        <>
          <ChannelIcon channel={entry.channel} />
          <SentimentMark sentiment={entry.sentiment} />
          {entry.intent && <span>{term('intent', entry.intent)}</span>}
          {!survey && <Scores scores={entry.scores} />}
          {entry.case && (
            <span className={css.case}>
              <CaseLink of={entry.case} go={go} />
              <StageBadge stage={entry.case.stage} />
            </span>
          )}
        </>
      }
    >
      {survey ? (
        <Answers survey={survey} voice={entry.id} customer={customer} />
      ) : (
        <Link className={css.said} to="/explorer" search={{ customer, voice: entry.id }}>
          {entry.text || entry.subject || t('explorer.only-scores')}
        </Link>
      )}
    </Line>
  )
}

function Answers({
  survey,
  voice,
  customer,
}: {
  survey: NonNullable<EntryOf<'voice'>['survey']>
  voice: string
  customer: string
}) {
  return (
    <>
      <Link className={css.said} to="/explorer" search={{ customer, voice }}>
        {survey.title}
      </Link>
      <dl className={css.answers}>
        {survey.answers.map(({ asked, said }) => (
          <div key={asked}>
            <dt>{asked}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const ABOUT: Readonly<Record<EntryOf<'message'>['about'], WordKey>> = {
  message: 'customers.history.reply',
  acknowledgement: 'inbox.message.acknowledgement',
  resolution: 'inbox.message.resolution',
  check: 'inbox.message.check',
}

function Written({ entry, go }: { entry: EntryOf<'message'>; go: Go | null }) {
  const { t } = useWords()
  const theirs = entry.direction === 'in'
  const Icon = theirs ? IconMessage : IconSend
  return (
    <Line
      at={entry.at}
      marks={
        <>
          <Icon {...ICON} />
          <span>{theirs ? t('customers.history.wrote') : t(ABOUT[entry.about])}</span>
          {entry.author && <span>{entry.author}</span>}
          <CaseLink of={entry.case} go={go} />
          {entry.failed !== null && (
            <span className={css.failed} title={entry.failed}>
              {t('inbox.delivery.failed')}
            </span>
          )}
        </>
      }
    >
      <p className={css.said}>{entry.text}</p>
    </Line>
  )
}

function Told({ entry }: { entry: EntryOf<'notice'> }) {
  const { t, term } = useWords()
  return (
    <Line
      at={entry.at}
      marks={
        <>
          <IconBulb {...ICON} />
          <span>{t('inbox.message.notice')}</span>
          <Link className={css.link} to="/improvements/$id" params={{ id: entry.improvement.id }}>
            {entry.improvement.title}
          </Link>
          {entry.state === 'failed' && (
            <span className={css.failed}>{term('improvements.notice-state', entry.state)}</span>
          )}
        </>
      }
    >
      <p className={css.said}>{entry.text}</p>
    </Line>
  )
}

function Bought({ entry }: { entry: EntryOf<'order'> }) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <Line
      at={entry.at}
      marks={
        <>
          <IconShoppingBag {...ICON} />
          <span>{t('customers.history.ordered')}</span>
          <span className={css.number}>{entry.id}</span>
        </>
      }
    >
      {(entry.product || entry.amount !== null) && (
        <p className={css.said}>
          {entry.product} {entry.amount !== null && f.money(entry.amount, entry.currency)}
        </p>
      )}
    </Line>
  )
}
