import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import type { Mark } from './judgement.ts'
import css from './review.module.css'

type Props<T extends string> = {
  name: string
  mark: Mark
  /** What the engine says, and how sure it is, 0…1. */
  engine: T
  sure: number
  /** `about`: what is meant by it. */
  choices: readonly { value: T; label: string; about: string; key: string }[]
  /** Whether what is meant stands below each label; else it is in the title. */
  defined: boolean
  value: T
  pick: (value: T) => void
}

/** One of a few labels, each with its key; a dot marks what the engine says. */
export function Choice<T extends string>({ name, mark, engine, sure, choices, defined, value, pick }: Props<T>) {
  const { t } = useWords()
  const f = useFormat()
  return (
    <fieldset className={css.field} data-mark={mark ?? undefined}>
      <legend>
        <FieldName name={name} mark={mark} about={t('review.sure', { share: f.percent(sure) })} by="engine" />
      </legend>
      <div className={css.choices} data-defined={defined || undefined}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            className={css.choice}
            aria-pressed={choice.value === value}
            aria-keyshortcuts={choice.key}
            title={defined ? undefined : choice.about}
            onClick={() => pick(choice.value)}
          >
            <span>
              {choice.label}
              {choice.value === engine && <EngineDot />}
              {defined && <span className={css.definition}>{choice.about}</span>}
            </span>
            <kbd className={css.key}>{choice.key.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

type NameProps = { name: string; mark: Mark; about: string; by?: 'engine' }

/** The name of a field, why it wants a look, and how sure the engine is. */
export function FieldName({ name, mark, about, by }: NameProps) {
  const { t } = useWords()
  return (
    <span className={css.name}>
      <b>{name}</b>
      {mark === 'differs' && <span className={css.mark}>{t('review.two-differ')}</span>}
      {mark === 'unsure' && <span className={css.mark}>{t('review.unsure')}</span>}
      <span className={css.quiet}>
        {by === 'engine' && <span className={css.dot} aria-hidden="true" />}
        {about}
      </span>
    </span>
  )
}

/** Stands beside what the engine says. */
export function EngineDot() {
  const { t } = useWords()
  return (
    <span className={css.dot} title={t('review.by-engine')}>
      <span className="hx-heard">{t('review.by-engine')}</span>
    </span>
  )
}
