import { useFormat } from '../format.ts'
import css from './cloud.module.css'

export type CloudItem = { word: string /** 0…1, the largest being 1. */; weight: number; n: number }

type Props = { items: readonly CloudItem[]; label: string; pick: (index: number) => void }

/** Pixels of the smallest and of the largest word. */
const SMALLEST = 13
const LARGEST = 38

/** Words as large as they matter, the surest first; each opens the voices that hold it. */
export function Cloud({ items, label, pick }: Props) {
  const { number } = useFormat()
  return (
    <ul className={css.cloud} aria-label={label}>
      {items.map(({ word, weight, n }, i) => (
        <li key={word}>
          <button
            type="button"
            title={`${word} · n = ${number(n)}`}
            data-strong={weight >= 0.6 || undefined}
            style={{ fontSize: Math.round(SMALLEST + (LARGEST - SMALLEST) * weight ** 1.5) }}
            onClick={() => pick(i)}
          >
            {word}
          </button>
        </li>
      ))}
    </ul>
  )
}
