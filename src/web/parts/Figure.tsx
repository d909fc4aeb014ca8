import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Bounds } from '../../shared/words/format.ts'
import { useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import css from './figure.module.css'

/** Below this many voices an interval is too wide to lean on, and the figure says so. */
const FEW = 30

type Props = {
  label: string
  /** `share`: fraction of 1. `score`: in its own unit. `count`: whole number. `span`: milliseconds. */
  kind: 'share' | 'score' | 'count' | 'span'
  /** Null when nothing was counted. */
  value: number | null
  /** How many voices stand behind it; null where the value itself is the count. */
  n: number | null
  /** 95 % interval, in the unit of the value. */
  interval?: Bounds | null
  /** What it is compared with: `{ label: '上月', value: 0.41 }`. */
  before?: { label: string; value: number | null }
  /** Opens the voices it counts: a path of this app with its search. */
  to?: { path: string; search?: Record<string, string> }
  /** A line more, where it informs. */
  note?: ReactNode
}

/** A number with its n, its interval and its comparison, and the way to the voices under it. */
export function Figure({ label, kind, value, n, interval = null, before, to, note }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const write = (amount: number, bounds: Bounds | null) =>
    ({
      share: () => f.share(amount, bounds),
      score: () => f.score(amount, bounds),
      count: () => f.number(amount),
      span: () => f.span(amount),
    })[kind]()

  const none = value === null || n === 0
  const main = none ? '' : write(value, null)
  const doubt = none ? '' : write(value, interval).slice(main.length)
  const facts = [
    n !== null && n > 0 ? t('figure.n', { n }) : null,
    before
      ? t('figure.before', {
          label: before.label,
          value: before.value === null ? t('figure.none') : write(before.value, null),
        })
      : null,
  ].filter((fact) => fact !== null)
  const inside = (
    <>
      <span className={css.label}>{label}</span>
      <span className={css.value}>
        {none ? <span className={css.nothing}>{t('figure.nothing')}</span> : main}
        {doubt && <span className={css.doubt}>{doubt}</span>}
      </span>
      {facts.length > 0 && <span className={css.facts}>{facts.join(t('figure.comma'))}</span>}
      {!none && n !== null && n < FEW && <span className={css.few}>{t('figure.few')}</span>}
      {note && <span className={css.facts}>{note}</span>}
    </>
  )
  if (!to || none) return <div className={css.figure}>{inside}</div>
  return (
    <Link className={css.figure} to={to.path} search={to.search ?? {}} title={t('figure.open')}>
      {inside}
    </Link>
  )
}
