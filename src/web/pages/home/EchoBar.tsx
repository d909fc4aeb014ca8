import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './home.module.css'
import type { EchoRate } from './home.ts'

const WIDTH = 100

/** The rate as a bar from 0 to 100 %, its interval as a bracket over the end, the period before as a notch. */
export function EchoBar({ echo, before }: { echo: EchoRate; before: number | null }) {
  const { t } = useWords()
  const f = useFormat()
  const { rate, interval } = echo
  if (rate === null || interval === null) return null
  const said = t('home.echo-bar', {
    rate: f.percent(rate),
    low: f.percent(interval.low),
    high: f.percent(interval.high),
  })
  return (
    <svg className={css.bar} viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" role="img" aria-label={said}>
      <rect className={css.track} x="0" y="2" width={WIDTH} height="10" />
      <rect className={css.fill} x="0" y="2" width={rate * WIDTH} height="10" />
      <rect
        className={css.doubtful}
        x={interval.low * WIDTH}
        y="6"
        width={Math.max(0.2, (interval.high - interval.low) * WIDTH)}
        height="2"
      />
      {before !== null && <rect className={css.notch} x={before * WIDTH - 0.2} y="0" width="0.4" height="14" />}
    </svg>
  )
}
