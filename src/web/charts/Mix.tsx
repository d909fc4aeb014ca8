import css from './mix.module.css'

type Props = {
  /** Left to right: the ink, the edge, the accent. */
  parts: readonly { name: string; value: number }[]
  /** The same as a sentence. */
  label: string
}

const INKS = ['var(--hx-ink)', 'var(--hx-edge)', 'var(--hx-accent)']

/** What a whole is made of, as one bar. */
export function Mix({ parts, label }: Props) {
  return (
    <span className={css.mix} role="img" aria-label={label} title={label}>
      {parts.map(({ name, value }, i) => (
        <i key={name} style={{ flexGrow: value, background: INKS[i] }} />
      ))}
    </span>
  )
}
