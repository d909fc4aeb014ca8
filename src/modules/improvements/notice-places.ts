import { NOTICE_PLACES } from '../../shared/contracts/improvements.ts'

export type NoticePlace = (typeof NOTICE_PLACES)[number]
export type NoticeValues = Partial<Record<NoticePlace, string>>

const PLACE = /\{\{\s*([a-z.]{1,40})\s*(?:\|([^{}]{0,200}))?\}\}/g
const isPlace = (name: string): name is NoticePlace => (NOTICE_PLACES as readonly string[]).includes(name)

/** Places a text names that do not exist: a typing error, said when the text is saved. */
export function unknownPlacesIn(text: string): string[] {
  const named = [...text.matchAll(/\{\{([^{}]{0,100})\}\}/g)].map(([, inside = '']) =>
    (inside.split('|')[0] ?? '').trim(),
  )
  return [...new Set(named.filter((name) => !isPlace(name)))]
}

/** Fills a notice. A place without a value takes its fallback (`{{customer.name|你}}`), else nothing: nobody reads a hole. */
export const fillPlaces = (text: string, values: NoticeValues): string =>
  text.replace(PLACE, (whole, name: string, fallback: string | undefined) =>
    isPlace(name) ? values[name] || fallback || '' : whole,
  )
