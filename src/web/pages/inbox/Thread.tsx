import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { api } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useActing } from './case-acts.ts'
import type { Case } from './case-types.ts'
import { MessageItem } from './MessageItem.tsx'
import { Steps } from './Steps.tsx'
import { Summary } from './Summary.tsx'
import css from './thread.module.css'
import { turnsOf } from './timeline.ts'
import { VoiceItem } from './VoiceItem.tsx'

/** What was said, oldest first; the newest is in sight. */
export function Thread({ it, go }: { it: Case; go: (id: string) => void }) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const newest = it.messages.at(-1)?.id
  useEffect(() => {
    if (!newest || !box.current) return
    box.current.scrollTop = box.current.scrollHeight
    // Where the whole case scrolls, the box itself does not.
    box.current.lastElementChild?.scrollIntoView({ block: 'nearest' })
  }, [newest])

  return (
    <div ref={box} className={css.thread}>
      {it.mergedInto && (
        <p className={css.hint}>
          {t('inbox.merged-away')}{' '}
          <button type="button" className={css.link} onClick={() => go(it.mergedInto ?? it.id)}>
            {t('inbox.go-there')}
          </button>
        </p>
      )}
      <Links it={it} go={go} />
      <Summary key={it.id} it={it} />
      <ol className={css.turns}>
        {turnsOf(it).map((turn) =>
          turn.kind === 'voice' ? (
            <VoiceItem key={turn.voice.id} voice={turn.voice} who={it.customer?.name ?? ''} />
          ) : (
            <MessageItem key={turn.message.id} caseId={it.id} message={turn.message} who={it.customer?.name ?? ''} />
          ),
        )}
      </ol>
      <Check it={it} />
      <Steps steps={it.steps} />
    </div>
  )
}

/** Related cases, one line each. */
function Links({ it, go }: { it: Case; go: (id: string) => void }) {
  const { t } = useWords()
  const may = useCan()('case:answer')
  const acting = useActing()
  if (it.links.length === 0) return null
  const unlink = (other: string) => {
    const path = `/api/v1/cases/${it.id}/links/${other}`
    const undo = () => api.send('PUT', path)
    return acting(() => api.send('DELETE', path), { said: t('inbox.said.unlinked'), undo })
  }
  const why = {
    related: t('inbox.link.related'),
    continues: t('inbox.link.continues'),
    split: t('inbox.link.split'),
    merged: t('inbox.link.merged'),
  }
  return (
    <ul className={css.links}>
      {it.links.map((link) => (
        <li key={link.id}>
          <span className="hx-quiet">{why[link.why]}</span>
          <button type="button" className={css.link} onClick={() => go(link.id)}>
            #{link.number} {link.subject}
          </button>
          <StageBadge stage={link.stage} />
          {may && link.why === 'related' && (
            <CloseButton size="sm" aria-label={t('inbox.unlink')} onClick={() => void unlink(link.id)} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the customer said to "is it solved?". */
function Check({ it: { check, stage } }: { it: Case }) {
  const { t } = useWords()
  const f = useFormat()
  if (!check) return null
  const words = () => {
    if (check.answer === 'yes') return t('inbox.check.yes', { at: f.moment(check.answeredAt ?? check.askedAt) })
    if (check.answer === 'no') return t('inbox.check.no', { at: f.moment(check.answeredAt ?? check.askedAt) })
    if (stage === 'resolved') return t('inbox.check.asked', { until: f.moment(check.endsAt) })
    return stage === 'closed' ? t('inbox.check.silent', { at: f.moment(check.askedAt) }) : null
  }
  const said = words()
  if (said === null) return null
  return (
    <p className={css.hint}>
      {said}
      {check.comment && <q className={css.comment}>{check.comment}</q>}
    </p>
  )
}
