import { useContext, useMemo } from 'react'
import { type Instant, instant } from '../shared/time/instant.ts'
import * as f from '../shared/words/format.ts'
import { now } from './clock.ts'
import { SessionContext } from './session.tsx'
import { useWords } from './words.tsx'

/** A moment as the API writes it, or already read. */
export type Moment = string | Instant

export const toInstant = (at: Moment): Instant => (typeof at === 'string' ? instant(at) : at)

/**
 * Numbers and moments in the reader's language and the workspace's time zone:
 * `const f = useFormat(); f.share(0.32, interval); f.moment(case.openedAt)`.
 */
export function useFormat() {
  const { locale } = useWords()
  const zone = useContext(SessionContext)?.workspace.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return useMemo(
    () => ({
      zone,
      number: (value: number, digits?: number) => f.formatNumber(locale, value, digits),
      money: (amount: number, currency: string | null) => f.formatMoney(locale, amount, currency),
      compact: (value: number) => f.formatCompact(locale, value),
      percent: (fraction: number, digits?: number) => f.formatPercent(locale, fraction, digits),
      share: (fraction: number, interval: f.Bounds | null, digits?: number) =>
        f.formatShare(locale, fraction, interval, digits),
      score: (value: number, interval: f.Bounds | null, digits?: number) =>
        f.formatScore(locale, value, interval, digits),
      bytes: (bytes: number) => f.formatBytes(locale, bytes),
      span: (ms: number) => f.formatSpan(locale, ms),
      relative: (at: Moment, from: Instant = now()) => f.formatRelative(locale, toInstant(at), from),
      day: (at: Moment) => f.formatDay(locale, toInstant(at), zone, now()),
      time: (at: Moment) => f.formatTime(locale, toInstant(at), zone),
      moment: (at: Moment) => f.formatMoment(locale, toInstant(at), zone, now()),
      full: (at: Moment) => f.formatFull(locale, toInstant(at), zone),
      list: (items: readonly string[]) => f.formatList(locale, items),
    }),
    [locale, zone],
  )
}
