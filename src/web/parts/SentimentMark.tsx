import { IconMoodHappy, IconMoodNeutral, IconMoodSad } from '@tabler/icons-react'
import { useWords } from '../words.tsx'
import css from './marks.module.css'

const ICONS = { positive: IconMoodHappy, neutral: IconMoodNeutral, negative: IconMoodSad } as const

type Props = {
  /** Null while it is not understood yet. */
  sentiment: keyof typeof ICONS | null
  /** Only the face; the word is then heard and stands in the title. */
  short?: boolean
}

/** How a voice feels, as a face and a word. No colour: red is for broken promises. */
export function SentimentMark({ sentiment, short = false }: Props) {
  const { t, term } = useWords()
  if (sentiment === null) return <span className={css.mark}>{t('parts.not-understood')}</span>
  const Icon = ICONS[sentiment]
  const word = term('sentiment', sentiment)
  return (
    <span className={css.mark} title={short ? word : undefined}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <span className={short ? 'hx-heard' : undefined}>{word}</span>
    </span>
  )
}
