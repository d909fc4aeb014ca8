import type { TemplatePlace } from '../../../../shared/contracts/templates.ts'
import type { WordKey } from '../../../../shared/words/say.ts'

type Place = { place: TemplatePlace; word: WordKey; sample: WordKey }

/** What a template may name, what that is, and what it may look like. */
export const PLACES: readonly Place[] = [
  { place: 'customer.name', word: 'templates.place.customer', sample: 'templates.sample.customer' },
  { place: 'product', word: 'templates.place.product', sample: 'templates.sample.product' },
  { place: 'number', word: 'templates.place.number', sample: 'templates.sample.number' },
  { place: 'due', word: 'templates.place.due', sample: 'templates.sample.due' },
  { place: 'agent.name', word: 'templates.place.agent', sample: 'templates.sample.agent' },
  { place: 'workspace', word: 'templates.place.workspace', sample: 'templates.sample.workspace' },
]

export const placeText = (place: string): string => `{{${place}}}`
