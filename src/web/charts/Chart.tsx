import { Anchor, Button, Skeleton, Table } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import { Bars, type BarsData } from './Bars.tsx'
import css from './chart.module.css'
import type { ChartOption } from './echarts.ts'

const Drawing = lazy(() => import('./Drawing.tsx').then((m) => ({ default: m.Drawing })))

export type ChartTable = { head: readonly string[]; rows: readonly (readonly (string | number)[])[] }

/** What was pressed: the series' name ('' for a table row), the name on the axis, and its place in the data. */
export type Picked = { series: string; name: string; index: number }

type Props = {
  /** A sentence that says what is to be seen: "九月起，配送投诉减少了一半。" */
  title: string
  /** What the numbers count: "条/周", "%". */
  unit: string
  /** Counts along an axis: drawn at once. */
  bars?: BarsData
  /** Anything else, by ECharts. Keep it in useMemo: a new object draws again. */
  option?: ChartOption
  /** A drawing of one's own. */
  drawing?: ReactNode
  /** The same numbers as a table; no rows means there is nothing to draw. */
  table: ChartTable
  /** Said when there is nothing to draw. */
  empty?: string
  height?: number
  /** Opens the voices behind what was pressed. */
  pick?: (picked: Picked) => void
  /** n, interval or source, under the drawing. */
  note?: ReactNode
}

/** A chart with a sentence for a title, its unit, an empty state and its table. */
export function Chart({ title, unit, bars, option, drawing, table, empty, height = 240, pick, note }: Props) {
  const { t } = useWords()
  const [asTable, setAsTable] = useState(false)
  const heading = useId()
  const nothing = table.rows.length === 0
  return (
    <figure className={css.chart} aria-labelledby={heading}>
      <figcaption className={css.head}>
        <h3 id={heading}>{title}</h3>
        <span className={css.unit}>{unit}</span>
        {!nothing && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('chart.as-drawing') : t('chart.as-table')}
          </Button>
        )}
      </figcaption>
      {nothing && <p className={css.empty}>{empty ?? t('chart.empty')}</p>}
      {!nothing && asTable && <Numbers {...table} pick={pick} />}
      {!nothing && !asTable && bars && <Bars data={bars} height={height} label={title} pick={pick} />}
      {!nothing && !asTable && drawing}
      {!nothing && !asTable && option && (
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawing option={option} height={height} label={title} pick={pick} />
        </Suspense>
      )}
      {note && <p className={css.note}>{note}</p>}
    </figure>
  )
}

function Numbers({ head, rows, pick }: ChartTable & { pick: Props['pick'] }) {
  const { t } = useWords()
  const { number } = useFormat()
  const write = (cell: string | number) => (typeof cell === 'number' ? number(cell, 2) : cell)
  // A table row opens the voices as the drawing does, for those who do not use a pointer.
  const opener = (name: string, index: number) =>
    pick ? (
      <Anchor component="button" size="sm" title={t('figure.open')} onClick={() => pick({ series: '', name, index })}>
        {name}
      </Anchor>
    ) : (
      name
    )
  const body = rows.map(([name = '', ...cells], index) => [opener(write(name), index), ...cells.map(write)])
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table data={{ head: [...head], body }} striped />
    </Table.ScrollContainer>
  )
}
