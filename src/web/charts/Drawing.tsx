import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { Picked } from './Chart.tsx'
import { type ChartOption, type ECharts, init } from './echarts.ts'
import { chartTheme } from './theme.ts'

type Props = { option: ChartOption; height: number; label: string; pick?: ((picked: Picked) => void) | undefined }

const MOTION_MS = 120

/** Room for the legend above the drawing only where there is one. */
const gridFor = (option: ChartOption) => ({
  left: 8,
  right: 16,
  top: option.legend ? 40 : 16,
  bottom: 8,
  outerBoundsMode: 'same' as const,
})

/** The drawing alone; loaded with ECharts only when a chart is seen. */
export function Drawing({ option, height, label, pick }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const latest = useRef(pick)
  const scheme = useComputedColorScheme('light')
  const still = useReducedMotion()
  latest.current = pick

  useEffect(() => {
    const element = place.current
    if (!element) return
    const drawn = init(element, chartTheme(scheme), { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ seriesName = '', name, dataIndex }) =>
      latest.current?.({ series: seriesName, name, index: dataIndex }),
    )
    const watcher = new ResizeObserver(() => drawn.resize())
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [scheme])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scheme makes a new chart, which must be drawn again
  useEffect(() => {
    const house = {
      animation: !still,
      animationDuration: MOTION_MS,
      animationDurationUpdate: MOTION_MS,
      aria: { enabled: true, label: { description: label } },
      grid: gridFor(option),
      tooltip: { trigger: 'axis' as const },
    }
    chart.current?.setOption({ ...house, ...option }, { notMerge: true })
  }, [option, label, scheme, still])

  return <div ref={place} role="img" aria-label={label} style={{ height, cursor: pick ? 'pointer' : 'default' }} />
}
