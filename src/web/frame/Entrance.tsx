import { type ReactNode, useEffect } from 'react'
import { LOCALE_NAMES, LOCALES } from '../../shared/words/locale.ts'
import { useWords } from '../words.tsx'
import css from './entrance.module.css'
import { Mark } from './Mark.tsx'

type Props = { title: string; about?: ReactNode; children: ReactNode }

/** The layout of pages before the sign-in: one column, one thing to do. */
export function Entrance({ title, about, children }: Props) {
  const { t, locale, speak } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  return (
    <div className={css.entrance}>
      <main className={css.column}>
        <p className={css.name}>
          <Mark size={28} />
          {t('shell.product')}
        </p>
        <h1>{title}</h1>
        {about && <p className={css.about}>{about}</p>}
        {children}
      </main>
      <footer className={css.foot}>
        {LOCALES.map((own) => (
          <button
            key={own}
            type="button"
            lang={own}
            aria-pressed={own === locale}
            onClick={() => void speak(own, true)}
          >
            {LOCALE_NAMES[own]}
          </button>
        ))}
      </footer>
    </div>
  )
}
