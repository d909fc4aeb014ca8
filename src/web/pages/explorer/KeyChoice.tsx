import css from './explorer.module.css'

type Props<T extends string> = {
  label: string
  choices: readonly { value: T; label: string; key: string }[]
  value: string | null
  pick: (value: T) => void
  /** Only shows. */
  still: boolean
}

/** One of a few labels, each with the key that sets it. */
export function KeyChoice<T extends string>({ label, choices, value, pick, still }: Props<T>) {
  return (
    <div className={css.pair}>
      <span className={css.name}>{label}</span>
      <fieldset className={css.choices} aria-label={label}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            className={css.choice}
            aria-pressed={choice.value === value}
            aria-keyshortcuts={still ? undefined : choice.key}
            disabled={still}
            onClick={() => pick(choice.value)}
          >
            {choice.label}
            {!still && <kbd className={css.key}>{choice.key}</kbd>}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
