import { Link } from '@tanstack/react-router'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import { AspectText } from '../explorer/AspectText.tsx'
import { Scores } from '../explorer/Scores.tsx'
import type { Item } from './judgement.ts'
import css from './review.module.css'

/** A voice that is read at one glance stands in the largest type. */
const SHORT = 140

const PRESSING: readonly string[] = ['high', 'critical']

/** What was said, large, with what the engine found underlined in it. */
export function Spoken({ item }: { item: Item }) {
  const { t, term } = useWords()
  const { subject, text, language, engine } = item
  const scores = item.scores.map(({ kind, value, low, high }) => ({ kind, value, scale: { min: low, max: high } }))
  return (
    <>
      <p className={css.meta}>
        <ChannelIcon channel={item.channel} />
        <TimeAgo at={item.occurredAt} />
        <Scores scores={scores} />
        {PRESSING.includes(item.urgency) && <span className={css.tag}>{term('urgency', item.urgency)}</span>}
        {item.state !== 'open' && <span className={css.tag}>{term('review-state', item.state)}</span>}
        {item.drawn && <span title={t('review.drawn-about')}>{t('review.drawn')}</span>}
        <Link to="/explorer" search={{ voice: item.feedbackId }}>
          {t('review.open-voice')}
        </Link>
      </p>
      {subject && !text.startsWith(subject) && <h2 className={css.subject}>{subject}</h2>}
      <div className={css.text} data-short={text.length <= SHORT || undefined}>
        <AspectText voice={{ text, understanding: { language, aspects: engine.aspects } }} words={[]} />
      </div>
    </>
  )
}
