import type { Locale } from '../../../shared/words/locale.ts'
import { now } from '../../clock.ts'

const partOf = (locale: Locale, timeZone: string, timeZoneName: 'longGeneric' | 'shortOffset') =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
    .formatToParts(now())
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** Every time zone by the name that people know, with its city and its distance from Greenwich; `kept` is among them. */
export function zoneOptions(locale: Locale, kept: string): { value: string; label: string }[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return (zones.includes(kept) ? zones : [kept, ...zones]).map((zone) => ({
    value: zone,
    label: `${partOf(locale, zone, 'longGeneric')} · ${zone} · ${partOf(locale, zone, 'shortOffset')}`,
  }))
}
