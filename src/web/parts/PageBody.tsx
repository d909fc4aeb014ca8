import type { ReactNode } from 'react'
import css from './page.module.css'

/** The page under its header, with the page's margins. A DataList stands outside it, edge to edge. */
export const PageBody = ({ children }: { children: ReactNode }) => <div className={css.body}>{children}</div>
