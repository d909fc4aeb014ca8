import { useNavigate } from '@tanstack/react-router'
import { Chart, type Picked } from '../../charts/Chart.tsx'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './home.module.css'
import type { Home } from './home.ts'
import { SENTIMENT_ORDER, shareChange } from './volume-facts.ts'

/** Voices per day by how they feel. */
export function Volume({ home, days }: { home: Home; days: number }) {
  const { t, term } = useWords()
  const f = useFormat()
  const navigate = useNavigate()
  const names = SENTIMENT_ORDER.map((sentiment) => term('sentiment', sentiment))

  const bars = {
    names: home.days.map(({ day }) => day.slice(5).replace('-', '/')),
    series: SENTIMENT_ORDER.map((sentiment, i) => ({
      name: names[i] ?? sentiment,
      values: home.days.map((day) => day[sentiment]),
    })),
  }
  const open = ({ series, index }: Picked) => {
    const day = home.days[index]?.day
    const sentiment = SENTIMENT_ORDER[names.indexOf(series)]
    if (day) void navigate({ to: '/explorer', search: { from: day, to: day, ...(sentiment && { sentiment }) } })
  }
  const { n, before } = home.voices
  return (
    <section className={css.card}>
      <Chart
        title={useTitle(home, days)}
        unit={t('home.per-day')}
        bars={bars}
        pick={open}
        note={t('home.volume-before', { n: days, before: f.number(before) })}
        table={{
          head: [t('home.day'), ...names],
          rows: n === 0 ? [] : home.days.map((day) => [day.day, ...SENTIMENT_ORDER.map((sentiment) => day[sentiment])]),
        }}
      />
    </section>
  )
}

/** What the chart shows, as one sentence. */
function useTitle({ voices }: Home, days: number): string {
  const { t } = useWords()
  const f = useFormat()
  const facts = { n: voices.n, mean: f.number(voices.n / days, voices.n / days < 10 ? 1 : 0) }
  if (voices.n === 0) return t('home.volume', facts)
  const points = shareChange(voices)
  const away = { n: days, points: Math.abs(points ?? 0) }
  const change =
    points === null
      ? t('home.nothing-before', away)
      : points === 0
        ? t('home.same-negative', away)
        : points > 0
          ? t('home.more-negative', away)
          : t('home.less-negative', away)
  return t('home.volume-negative', { ...facts, share: f.percent(voices.negative / voices.n), change })
}
