import { useMemo } from 'react'
import {
  effectUnit,
  effectWord,
  type Measured,
  valueWord,
  verdictSentence,
} from '../../../shared/improvements/verdict-sentence.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartOption } from '../../charts/echarts.ts'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { Result } from './improvements.ts'

/** The verdict in plain words, the change with its interval as a drawing, and what to mind. */
export function ResultCard({ metric, result }: { metric: Measured; result: Result }) {
  const { t, locale, term } = useWords()
  const { verdict, cautions, reasons } = result
  const hoped = reasons.find(({ code }) => code === 'hoped-for-needs')
  return (
    <div className={css.stack}>
      <div className={css.verdict} data-verdict={verdict} role="status">
        <StageBadge of="verdict" stage={verdict} />
        <p>{verdictSentence(t, locale, metric, result)}</p>
        {hoped && <p>{t('improvements.needs-more', { n: hoped.facts.needed ?? 0 })}</p>}
        {cautions.length > 0 && (
          <ul className={css.quiet}>
            {cautions.map((caution) => (
              <li key={caution}>{term('improvements.caution', caution)}</li>
            ))}
          </ul>
        )}
      </div>
      <IntervalChart result={result} />
    </div>
  )
}

const ROW = 0

/** The change as a point, its 95 % interval as a line, and where no change would be. */
function IntervalChart({ result }: { result: Result }) {
  const { t, locale, term } = useWords()
  const { unit, effect, interval, before, after, method } = result
  const scale = unit === 'fraction' ? 100 : 1
  const option = useMemo<ChartOption>(() => {
    if (effect === null || interval === null) return {}
    const low = interval.low * scale
    const high = interval.high * scale
    const room = 0.1 * Math.max(Math.abs(low), Math.abs(high), high - low)
    return {
      tooltip: { show: false },
      xAxis: {
        type: 'value',
        min: Math.min(0, low) - room,
        max: Math.max(0, high) + room,
        axisLabel: { showMinLabel: false, showMaxLabel: false },
      },
      yAxis: { type: 'category', data: [''], show: false },
      series: [
        {
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { width: 4 },
          data: [
            [low, ROW],
            [high, ROW],
          ],
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { type: 'dashed' },
            label: { formatter: t('improvements.no-effect'), fontSize: 12, textBorderWidth: 0 },
            data: [{ xAxis: 0 }],
          },
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 14,
          data: [[effect * scale, ROW]],
          label: { show: true, position: 'top', formatter: effectWord(locale, unit, effect), fontSize: 14 },
        },
      ],
    }
  }, [effect, interval, unit, scale, locale, t])
  if (effect === null || interval === null) return null
  const rows = [
    [t('improvements.chart-before'), `${valueWord(locale, unit, before.value)} (n = ${before.n})`],
    [t('improvements.chart-after'), `${valueWord(locale, unit, after.value)} (n = ${after.n})`],
    [t('improvements.effect'), effectWord(locale, unit, effect)],
    [t('improvements.interval-low'), effectWord(locale, unit, interval.low)],
    [t('improvements.interval-high'), effectWord(locale, unit, interval.high)],
  ]
  return (
    <Chart
      title={t('improvements.effect')}
      unit={effectUnit(t, unit)}
      option={option}
      height={130}
      table={{ head: [t('improvements.result'), effectUnit(t, unit)], rows }}
      note={term('improvements.method', method)}
    />
  )
}
