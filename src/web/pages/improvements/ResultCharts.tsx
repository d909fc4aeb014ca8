import { useMemo } from 'react'
import {
  effectUnit,
  effectWord,
  type Measured,
  measuredWord,
  valueWord,
} from '../../../shared/improvements/verdict-sentence.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartOption } from '../../charts/echarts.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import type { Result } from './improvements.ts'

/** A value with its interval on one row of a drawing, already in the unit that is shown. */
type Row = { name: string; value: number; label: string; interval: { low: number; high: number } | null }

const GAP = { value: ['-', '-'] }

/** A row as part of one line: from the lower end over the point to the upper end, then a gap. */
function drawn({ value, label, interval }: Row, at: number) {
  const point = {
    value: [value, at],
    symbol: 'circle',
    symbolSize: 14,
    label: { show: true, position: 'top' as const, formatter: label, fontSize: 14 },
  }
  const end = (x: number) => ({ value: [x, at], symbol: 'none' })
  return interval === null ? [point, GAP] : [end(interval.low), point, end(interval.high), GAP]
}

/** Points with their intervals as lines, one row each; a dashed line where nothing has changed, if that is on the axis. */
function rowsOption(rows: readonly Row[], span: { min: number; max: number }, noChange: string | null): ChartOption {
  return {
    tooltip: { show: false },
    xAxis: { type: 'value', ...span, axisLabel: { showMinLabel: false, showMaxLabel: false } },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), axisLine: { show: false } },
    series: [
      {
        type: 'line',
        silent: true,
        lineStyle: { width: 4 },
        data: rows.flatMap(drawn),
        ...(noChange !== null && {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { type: 'dashed' },
            label: { position: 'start', formatter: noChange, fontSize: 12, textBorderWidth: 0 },
            data: [{ xAxis: 0 }],
          },
        }),
      },
    ],
  }
}

const ROOM = 0.15

/** A stretch of the axis that holds every row, with room for its labels; never below `least`. */
function spanOf(rows: readonly Row[], least: number, also: readonly number[]): { min: number; max: number } {
  const ends = [
    ...also,
    ...rows.flatMap(({ value, interval }) => [value, interval?.low ?? value, interval?.high ?? value]),
  ]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = ROOM * (high - low || Math.abs(high) || 1)
  return { min: Math.max(least, low - room), max: high + room }
}

const scaleOf = ({ unit }: Result) => (unit === 'fraction' ? 100 : 1)

/** What was measured before and after, each with its interval. */
export function BeforeAfterChart({ metric, result }: { metric: Measured; result: Result }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const { unit, before, after } = result
  const option = useMemo<ChartOption>(() => {
    const times = scaleOf(result)
    const row = (name: string, { value, interval }: Result['before']): Row => ({
      name,
      value: (value ?? 0) * times,
      label: valueWord(locale, unit, value),
      interval: interval ? { low: interval.low * times, high: interval.high * times } : null,
    })
    const rows = [row(t('improvements.chart-before'), before), row(t('improvements.chart-after'), after)]
    return rowsOption(rows, spanOf(rows, 0, []), null)
  }, [result, before, after, unit, locale, t])
  if (before.value === null || after.value === null) return null
  const cells = (name: string, { n, value, interval }: Result['before']) => [
    name,
    valueWord(locale, unit, value),
    interval ? `${valueWord(locale, unit, interval.low)} – ${valueWord(locale, unit, interval.high)}` : '–',
    f.number(n),
  ]
  return (
    <Chart
      title={t('improvements.chart-moved', {
        metric: measuredWord(t, metric),
        before: valueWord(locale, unit, before.value),
        after: valueWord(locale, unit, after.value),
      })}
      unit=""
      option={option}
      height={140}
      table={{
        head: [t('improvements.window'), t('improvements.value'), t('improvements.interval'), 'n'],
        rows: [cells(t('improvements.chart-before'), before), cells(t('improvements.chart-after'), after)],
      }}
      note={t('improvements.chart-moved-note', { before: f.number(before.n), after: f.number(after.n) })}
    />
  )
}

/** The change as a point, its 95 % interval as a line, and where no change would be. */
export function EffectChart({ result }: { result: Result }) {
  const { t, locale, term } = useWords()
  const { unit, effect, interval, method } = result
  const name = t('improvements.effect')
  const option = useMemo<ChartOption>(() => {
    if (effect === null || interval === null) return {}
    const times = scaleOf(result)
    const rows = [
      {
        name,
        value: effect * times,
        label: effectWord(locale, unit, effect),
        interval: { low: interval.low * times, high: interval.high * times },
      },
    ]
    return rowsOption(rows, spanOf(rows, Number.NEGATIVE_INFINITY, [0]), t('improvements.no-effect'))
  }, [result, effect, interval, unit, locale, t, name])
  if (effect === null || interval === null) return null
  const holdsZero = interval.low <= 0 && interval.high >= 0
  const said = { effect: effectWord(locale, unit, effect), unit: effectUnit(t, unit) }
  return (
    <Chart
      title={holdsZero ? t('improvements.chart-holds-zero', said) : t('improvements.chart-clear', said)}
      unit=""
      option={option}
      height={130}
      table={{
        head: [t('improvements.result'), effectUnit(t, unit)],
        rows: [
          [name, effectWord(locale, unit, effect)],
          [t('improvements.interval-low'), effectWord(locale, unit, interval.low)],
          [t('improvements.interval-high'), effectWord(locale, unit, interval.high)],
        ],
      }}
      note={term('improvements.method', method)}
    />
  )
}
