import type { ReactNode } from 'react'
import css from './home.module.css'

/** One of the ways to begin. */
export const Way = ({ title, about, children }: { title: string; about: string; children: ReactNode }) => (
  <div className={css.way}>
    <h3>{title}</h3>
    <p className={css.quiet}>{about}</p>
    {children}
  </div>
)
