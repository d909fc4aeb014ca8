import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { DueChip } from '../../parts/DueChip.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { Alarm } from './Alarm.tsx'
import { type CaseItem, isOpen } from './case-types.ts'
import css from './list.module.css'
import { owedPromise } from './owed.ts'
import { Urgency } from './Urgency.tsx'

/** What is owed next; nothing once the case has ended. */
function Due({ it, named = false }: { it: CaseItem; named?: boolean }) {
  const { t, term } = useWords()
  const owed = owedPromise(it.promises)
  if (!isOpen(it)) return <TimeAgo at={it.lastAt} />
  if (!owed) return <span className={css.quiet}>{t('due.none')}</span>
  return (
    <span className={css.due}>
      {named && owed.state !== 'paused' && <span className={css.quiet}>{term('promise', owed.kind)}</span>}
      <DueChip {...owed} />
    </span>
  )
}

function Who({ it }: { it: CaseItem }) {
  const { t } = useWords()
  return <>{it.customer?.name || t('inbox.nameless')}</>
}

/** The customer spoke last: we owe a word. The weight of the type says it to the eye, this to the ear. */
function Turn({ it }: { it: CaseItem }) {
  const { t } = useWords()
  return isOpen(it) && it.lastFrom === 'customer' ? <span className="hx-heard">{t('inbox.their-turn')}</span> : null
}

export const WIDE_COLUMNS =
  'minmax(80px, 136px) minmax(160px, 1fr) 142px 108px 92px 78px minmax(150px, 206px) minmax(52px, 84px)'

/** One line: for a list that has the page to itself. */
export function WideRow({ it }: { it: CaseItem }) {
  const { t, term } = useWords()
  const ours = isOpen(it) && it.lastFrom === 'customer'
  return (
    <>
      <span className={css.who} data-ours={ours || undefined}>
        <Who it={it} />
      </span>
      <span className={css.subject} data-ours={ours || undefined}>
        {it.alarmed && <Alarm short />}
        {it.subject}
        <Turn it={it} />
      </span>
      <span className={css.cell}>
        <StageBadge stage={it.stage} />
      </span>
      <span className={css.cell}>
        <ChannelIcon channel={it.channel} />
      </span>
      <span className={css.quiet}>{term('intent', it.intent)}</span>
      <span className={css.cell}>
        <Urgency urgency={it.urgency} />
      </span>
      <span className={css.cell}>
        <Due it={it} named />
      </span>
      <span className={css.quiet}>{it.owner?.name ?? it.team?.name ?? t('inbox.nobody')}</span>
    </>
  )
}

/** Two lines: beside an open case, and on phones. */
export function NarrowRow({ it }: { it: CaseItem }) {
  const ours = isOpen(it) && it.lastFrom === 'customer'
  return (
    <span className={css.narrow}>
      <span className={css.line}>
        <span className={css.who} data-ours={ours || undefined}>
          <Who it={it} />
        </span>
        {it.alarmed && <Alarm short />}
        <Due it={it} />
      </span>
      <span className={css.line}>
        <span className={css.subject} data-ours={ours || undefined}>
          {it.subject}
          <Turn it={it} />
        </span>
        <Urgency urgency={it.urgency} short />
        <StageBadge stage={it.stage} />
        <ChannelIcon channel={it.channel} short />
      </span>
    </span>
  )
}
