import { Mix } from '../../charts/Mix.tsx'
import { Spark } from '../../charts/Spark.tsx'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Change } from './Change.tsx'
import { RisingMark } from './Rising.tsx'
import css from './themes.module.css'
import { isWeekly, type Theme } from './themes.ts'

type Props = {
  theme: Theme
  /** Voices of the largest theme in the list. */
  most: number
  /** Beside an open panel there is room for less. */
  narrow: boolean
}

/** The cells of one theme in the list. */
export function ThemeRow({ theme, most, narrow }: Props) {
  const { t } = useWords()
  const { title, words, sentences, series, rising } = theme
  const label = t(isWeekly(theme) ? 'themes.series-week' : 'themes.series-day', { title })
  const [first] = sentences
  return (
    <>
      <span className={css.two}>
        <span className={css.line}>
          <b className={css.title}>{title}</b>
          {rising && <RisingMark />}
        </span>
        <span className={css.second}>{first === undefined ? words.map(({ word }) => word).join(' ') : first.text}</span>
      </span>
      <Share theme={theme} most={most} />
      {!narrow && (
        <span data-desk className={css.two}>
          <Change change={theme.change} />
        </span>
      )}
      <span data-desk>
        <Spark values={series.map(({ voices }) => voices)} label={label} />
      </span>
      {!narrow && (
        <span data-desk className={css.two}>
          <Mood theme={theme} />
        </span>
      )}
    </>
  )
}

function Share({ theme: { voices }, most }: Pick<Props, 'theme' | 'most'>) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <span className={css.two}>
      <span className={css.line}>
        {voices.share === null ? '–' : f.share(voices.share, voices.interval)}
        <span className={css.quiet}>{t('figure.n', { n: voices.n })}</span>
      </span>
      <span className={css.meter} aria-hidden="true">
        <i style={{ width: `${most === 0 ? 0 : (voices.n / most) * 100}%` }} />
      </span>
    </span>
  )
}

export function Mood({ theme: { sentiments, voices } }: Pick<Props, 'theme'>) {
  const { t, term } = useWords()
  const f = useFormat()
  const { negative, neutral, positive } = sentiments
  const share = voices.n === 0 ? null : f.percent(negative / voices.n)
  return (
    <>
      <span className={css.quiet}>{share !== null && `${term('sentiment', 'negative')} ${share}`}</span>
      <Mix
        label={t('themes.mood-is', { negative, neutral, positive })}
        parts={[
          { name: 'negative', value: negative },
          { name: 'neutral', value: neutral },
          { name: 'positive', value: positive },
        ]}
      />
    </>
  )
}
