import type { Speak } from '../../../../shared/words/say.ts'
import { PLACES } from './places.ts'

const PLACE = /\{\{\s*([a-z.]{1,40})\s*(?:\|[^{}]{0,200})?\}\}/g

/** A template as it may read for somebody; a place nobody knows stays as it is. */
export const filledIn = (text: string, t: Speak): string =>
  text.replace(PLACE, (whole, name: string) => {
    const known = PLACES.find(({ place }) => place === name)
    return known ? t(known.sample) : whole
  })

/** What a text names in double braces that is no place: a typing error, told before it is saved. */
export function unknownIn(text: string): string[] {
  const named = [...text.matchAll(/\{\{([^{}]{0,100})\}\}/g)].map(([, inside = '']) =>
    (inside.split('|')[0] ?? '').trim(),
  )
  return [...new Set(named.filter((name) => !PLACES.some(({ place }) => place === name)))]
}
