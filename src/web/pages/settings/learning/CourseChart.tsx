import { useMemo } from 'react'
import { Chart } from '../../../charts/Chart.tsx'
import type { ChartOption } from '../../../charts/echarts.ts'
import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'
import type { FIELDS } from '../../review/judgement.ts'
import { type Sample, useVersionName, type Version } from './learning.ts'
import { courseOf, movement } from './reading-figures.ts'

type Field = (typeof FIELDS)[number]
type Point = { name: string; rate: number; low: number; high: number }

const GAP = ['-', '-']
const FLOOR_STEP = 20

/** Points joined by a thin line, each with its interval as an upright one; everything in percent. */
function optionFor(points: readonly Point[]): ChartOption {
  const lowest = Math.min(...points.map(({ low }) => low))
  return {
    tooltip: { show: false },
    xAxis: { type: 'category', data: points.map(({ name }) => name), axisLabel: { lineHeight: 16 } },
    yAxis: { type: 'value', min: Math.floor(lowest / FLOOR_STEP) * FLOOR_STEP, max: 100 },
    // Of one name, so that both have one colour.
    series: [
      {
        type: 'line',
        name: 'course',
        silent: true,
        symbol: 'none',
        lineStyle: { width: 5, opacity: 0.35 },
        data: points.flatMap(({ low, high }, at) => [[at, low], [at, high], GAP]),
      },
      {
        type: 'line',
        name: 'course',
        silent: true,
        symbol: 'circle',
        symbolSize: 10,
        lineStyle: { width: 1 },
        label: { show: true, position: 'right', formatter: ({ value }) => String(value), fontSize: 12 },
        data: points.map(({ rate }) => Math.round(rate)),
      },
    ],
  }
}

/** How right each version was, from the engine as it ships to the newest; nothing while there is only one figure. */
export function CourseChart({
  versions,
  field,
  sample,
}: {
  versions: readonly Version[]
  field: Field
  sample: Sample
}) {
  const { t } = useWords()
  const f = useFormat()
  const nameOf = useVersionName()
  const course = useMemo(() => courseOf(versions, field, sample), [versions, field, sample])
  const names = course
    .map(({ number, accuracy }) => `${nameOf(number)}\n${t('figure.n', { n: accuracy.of })}`)
    .join('\f')
  const option = useMemo(() => {
    const name = names.split('\f')
    return optionFor(
      course.map(({ accuracy: { rate, interval } }, at) => ({
        name: name[at] ?? '',
        rate: 100 * (rate ?? 0),
        low: 100 * (interval?.low ?? rate ?? 0),
        high: 100 * (interval?.high ?? rate ?? 0),
      })),
    )
  }, [course, names])
  const [first, last] = [course[0], course.at(-1)]
  if (!first || !last || first === last) return null
  const fields = {
    sentiment: t('explorer.sentiment'),
    intent: t('explorer.intent'),
    categories: t('explorer.categories'),
  }
  const said = {
    field: fields[field],
    before: f.percent(first.accuracy.rate ?? 0),
    after: f.percent(last.accuracy.rate ?? 0),
  }
  const title = {
    up: t('learning.chart-up', said),
    down: t('learning.chart-down', said),
    unclear: t('learning.chart-unclear', said),
    same: t('learning.chart-same', said),
  }[movement(first.accuracy, last.accuracy)]
  return (
    <Chart
      title={title}
      unit="%"
      option={option}
      height={220}
      table={{
        head: [t('learning.of-version'), t('learning.right'), t('learning.interval'), 'n'],
        rows: course.map(({ number, accuracy: { rate, interval, of } }) => [
          nameOf(number),
          f.percent(rate ?? 0),
          interval ? `${f.percent(interval.low)} – ${f.percent(interval.high)}` : '–',
          f.number(of),
        ]),
      }}
      note={t('learning.chart-note')}
    />
  )
}
