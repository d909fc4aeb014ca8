import type { ReactNode } from 'react'
import css from './states.module.css'

type Props = {
  /** A Tabler icon at 28: `<IconInbox size={28} stroke={1.5} />`. */
  icon?: ReactNode
  /** What is (not) here, as one sentence. */
  said: string
  /** What to do next, and what will happen then. */
  next?: string
  /** Buttons. */
  children?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon, said, next, children }: Props) {
  return (
    <div className={css.state}>
      {icon && (
        <div className={css.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <p className={css.said}>{said}</p>
      {next && <p className={css.next}>{next}</p>}
      {children && <div className={css.acts}>{children}</div>}
    </div>
  )
}
