import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useKeys } from '../keys.ts'
import css from './side-panel.module.css'

type Props = {
  title: ReactNode
  close: () => void
  /** Buttons beside the title. */
  acts?: ReactNode
  /** Stays in sight under what scrolls: the primary act. */
  foot?: ReactNode
  /** Moves the focus into the panel when it opens (default). False for previews beside a list that is being walked. */
  takesFocus?: boolean
  children: ReactNode
}

/**
 * A panel beside the list instead of a dialog over it: the list stays usable. Over everything on phones.
 * Escape closes; the focus returns to where it was.
 */
export function SidePanel({ title, close, acts, foot, takesFocus = true, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const heading = useId()

  useEffect(() => {
    if (!takesFocus) return
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takesFocus])
  useKeys({ Escape: close }, 'keys.close')

  return (
    <aside ref={panel} className={css.panel} data-panel tabIndex={-1} aria-labelledby={heading}>
      <header className={css.head}>
        <h2 id={heading}>{title}</h2>
        {acts}
        <CloseButton size={36} iconSize={18} onClick={close} />
      </header>
      <div className={css.body}>{children}</div>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </aside>
  )
}
