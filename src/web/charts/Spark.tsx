import css from './spark.module.css'

type Props = {
  values: readonly number[]
  /** What is to be seen, for those who listen and for the title. */
  label: string
}

const HEIGHT = 24
const STEP = 4
const BAR = 3
/** A count of one is still to be seen. */
const LEAST = 1.5

/** Counts along time as bars so small that only their course is read: for rows of a list. */
export function Spark({ values, label }: Props) {
  const most = Math.max(1, ...values)
  const width = values.length * STEP
  return (
    <svg
      className={css.spark}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      height={HEIGHT}
    >
      <title>{label}</title>
      <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {values.map((value, i) => {
        const height = value === 0 ? 0 : Math.max(LEAST, (value / most) * (HEIGHT - 2))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars never change places
          <rect key={i} x={i * STEP} y={HEIGHT - 1 - height} width={BAR} height={height} />
        )
      })}
    </svg>
  )
}
