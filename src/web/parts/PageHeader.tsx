import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words.tsx'
import css from './page.module.css'

type Props = {
  title: string
  /** One sentence under the title, only where it informs. */
  about?: ReactNode
  /** The page's one primary act, and quiet ones beside it. */
  acts?: ReactNode
  /** Filters or tabs, under the title. */
  children?: ReactNode
}

/** The head of a page; also names the browser's tab. */
export function PageHeader({ title, about, acts, children }: Props) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])

  return (
    <header className={css.header}>
      <div className={css.title}>
        <h1>{title}</h1>
        {acts && <div className={css.acts}>{acts}</div>}
      </div>
      {about && <p className={css.about}>{about}</p>}
      {children && <div className={css.tools}>{children}</div>}
    </header>
  )
}
