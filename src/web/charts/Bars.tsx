import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useFormat } from '../format.ts'
import css from './bars.module.css'
import type { Picked } from './Chart.tsx'
import { ticks } from './ticks.ts'

export type BarsData = {
  /** What stands along the axis, left to right. */
  names: readonly string[]
  /** Stacked from the ground up: the accent, the edge, the ink. */
  series: readonly { name: string; values: readonly number[] }[]
}

type Props = { data: BarsData; height: number; label: string; pick?: ((picked: Picked) => void) | undefined }

const INKS = ['var(--hx-accent)', 'var(--hx-edge)', 'var(--hx-ink)']
const AXIS = 36
const FOOT = 24
const HEAD = 8
/** The widest bar, and the room that a name on the axis takes. */
const WIDEST = 28
const NAME = 60

// biome-ignore-start lint/a11y/noStaticElementInteractions: the table behind the drawing opens the same, by keyboard
/** Counts as bars. Drawn by ourselves: the first page of the day shall not wait for a library of charts. */
export function Bars({ data: { names, series }, height, label, pick }: Props) {
  const { ref, width } = useElementSize()
  const { number } = useFormat()
  const [over, setOver] = useState<number | null>(null)
  const totals = names.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
  const lines = ticks(Math.max(0, ...totals))
  const top = lines.at(-1) ?? 1
  const slot = Math.max(0, width - AXIS) / Math.max(1, names.length)
  const bar = Math.min(WIDEST, slot * 0.7)
  const every = Math.max(1, Math.ceil(NAME / Math.max(slot, 1)))
  const y = (value: number) => HEAD + (height - HEAD - FOOT) * (1 - value / top)
  const middle = (i: number) => AXIS + slot * (i + 0.5)

  return (
    <div ref={ref} className={css.bars}>
      {series.length > 1 && (
        <ul className={css.legend} aria-hidden="true">
          {series.map(({ name }, s) => (
            <li key={name}>
              <i style={{ background: INKS[s] }} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg role="img" aria-label={label} width={width} height={height} onMouseLeave={() => setOver(null)}>
        {lines.map((line) => (
          <g key={line}>
            <line className={css.line} x1={AXIS} x2={width} y1={y(line)} y2={y(line)} />
            <text className={css.tick} x={AXIS - 8} y={y(line) + 4} textAnchor="end">
              {number(line)}
            </text>
          </g>
        ))}
        {names.map((name, i) => {
          let below = 0
          return (
            <g key={name} onMouseEnter={() => setOver(i)} style={{ cursor: pick ? 'pointer' : undefined }}>
              <rect
                className={css.slot}
                data-over={over === i || undefined}
                x={AXIS + slot * i}
                y={HEAD}
                width={slot}
                height={height - HEAD - FOOT}
                onClick={() => pick?.({ series: '', name, index: i })}
              />
              {series.map((one, s) => {
                const value = one.values[i] ?? 0
                below += value
                return (
                  <rect
                    key={one.name}
                    fill={INKS[s]}
                    x={middle(i) - bar / 2}
                    y={y(below)}
                    width={bar}
                    height={y(below - value) - y(below)}
                    onClick={() => pick?.({ series: one.name, name, index: i })}
                  />
                )
              })}
              {i % every === 0 && middle(i) + NAME / 2 < width + 8 && (
                <text className={css.tick} x={middle(i)} y={height - 6} textAnchor="middle">
                  {name}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {over !== null && (
        <div className={css.tip} style={{ left: Math.min(middle(over) + 12, Math.max(0, width - 130)) }}>
          <b>{names[over]}</b>
          {series.map(({ name, values }, s) => (
            <span key={name}>
              <i style={{ background: INKS[s] }} />
              {name} {number(values[over] ?? 0)}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
// biome-ignore-end lint/a11y/noStaticElementInteractions: end of the drawing
