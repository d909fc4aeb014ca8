import { IconCircleDashed } from '@tabler/icons-react'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { useCategories } from '../../parts/categories.ts'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { snippetOf } from './found-words.ts'
import { Marked } from './Marked.tsx'
import { Scores } from './Scores.tsx'
import type { VoiceItem } from './voices.ts'

type Props = {
  voice: VoiceItem
  words: readonly string[]
  /** Beside an open panel there is room for less. */
  narrow: boolean
}

/** The cells of one voice in the list. */
export function VoiceRow({ voice, words, narrow }: Props) {
  const { t } = useWords()
  const { nameOf } = useCategories()
  const said = voice.subject && !voice.text.startsWith(voice.subject) ? `${voice.subject} · ${voice.text}` : voice.text
  const { text, cut } = snippetOf(said, words)
  const names = voice.categories.map(nameOf).filter((name) => name !== '')
  return (
    <>
      <span className={css.face}>
        {voice.sentiment ? (
          <SentimentMark sentiment={voice.sentiment} short />
        ) : (
          <IconCircleDashed size={16} stroke={1.5} aria-label={t('parts.not-understood')} className={css.quiet} />
        )}
      </span>
      <span className={css.snippet} data-aside={voice.setAside || undefined}>
        {cut && '…'}
        {text === '' ? (
          <span className={css.quiet}>
            <span className={css.phone}>
              <Scores scores={voice.scores} />{' '}
            </span>
            {t('explorer.only-scores')}
          </span>
        ) : (
          <Marked text={text} words={words} />
        )}
      </span>
      <span data-desk className={css.quiet}>
        <Scores scores={voice.scores} />
      </span>
      {!narrow && (
        <span data-desk className={css.marks} title={names.join(' · ')}>
          {names.slice(0, 2).map((name) => (
            <span key={name} className={css.category}>
              {name}
            </span>
          ))}
          {names.length > 2 && <span className={css.quiet}>+{names.length - 2}</span>}
        </span>
      )}
      <span data-desk className={css.face}>
        <ChannelIcon channel={voice.channel} short />
      </span>
      {!narrow && (
        <span data-desk className={voice.customer ? undefined : css.quiet}>
          {voice.customer ? voice.customer.name || t('explorer.customer-unnamed') : t('explorer.anonymous')}
        </span>
      )}
      <span className={css.quiet}>
        <TimeAgo at={voice.occurredAt} />
      </span>
    </>
  )
}
