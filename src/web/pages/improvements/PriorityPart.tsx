import { useMemo } from 'react'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartOption } from '../../charts/echarts.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { View } from './improvements.ts'

/** How the priority came about: the score after each factor, and the factors as a table behind it. */
export function PriorityPart({ view: { priority } }: { view: View }) {
  const { t, term } = useWords()
  const f = useFormat()
  const { score, factors } = priority
  const names = useMemo(() => factors.map(({ factor }) => term('improvements.factor', factor)), [factors, term])
  const option = useMemo<ChartOption>(
    () => ({
      xAxis: { type: 'value' },
      yAxis: { type: 'category', inverse: true, data: names },
      tooltip: { trigger: 'axis', valueFormatter: (value) => f.number(Number(value), 1) },
      series: [{ type: 'bar', name: t('improvements.running'), data: factors.map(({ running }) => running) }],
    }),
    [names, factors, f, t],
  )
  const rows = factors.map(({ input, by, running }, at) => [
    names[at] ?? '',
    input === null ? t('improvements.factor-unknown') : f.number(input, 1),
    `× ${f.number(by, 2)}`,
    f.number(running, 1),
  ])
  return (
    <section className={css.card}>
      <Chart
        title={t('improvements.why', { score: f.number(score, 1) })}
        unit=""
        option={option}
        height={150}
        table={{
          head: [t('improvements.factor'), t('improvements.input'), t('improvements.times'), t('improvements.running')],
          rows,
        }}
        note={t('improvements.why-note')}
      />
    </section>
  )
}
