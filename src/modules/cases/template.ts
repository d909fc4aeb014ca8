import { TEMPLATE_PLACES, type TemplatePlace } from '../../shared/contracts/templates.ts'

/** What is known for each place; an empty text counts as not known. */
export type PlaceValues = Partial<Record<TemplatePlace, string>>

const PLACE = /\{\{\s*([a-z.]{1,40})\s*(?:\|([^{}]{0,200}))?\}\}/g
const isPlace = (name: string): name is TemplatePlace => (TEMPLATE_PLACES as readonly string[]).includes(name)

/**
 * Fills a template. A place without a value takes its fallback (`{{customer.name|你}}`); without one it stays visible
 * and is reported, so that nobody sends "Hello ,".
 */
export function rendered(text: string, values: PlaceValues): { text: string; missing: TemplatePlace[] } {
  const missing = new Set<TemplatePlace>()
  const filled = text.replace(PLACE, (whole, name: string, fallback: string | undefined) => {
    if (!isPlace(name)) return whole
    const value = values[name] || fallback
    if (value === undefined) missing.add(name)
    return value ?? whole
  })
  return { text: filled, missing: [...missing] }
}

/** Places a text names that we do not know: a typing error, said when the template is saved. */
export function unknownPlaces(text: string): string[] {
  const named = [...text.matchAll(/\{\{([^{}]{0,100})\}\}/g)].map(([, inside = '']) =>
    (inside.split('|')[0] ?? '').trim(),
  )
  return [...new Set(named.filter((name) => !isPlace(name)))]
}
