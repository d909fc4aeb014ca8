/** What a person says of a voice, while they are saying it and when it is sent. */
import type { z } from 'zod'
import type { JudgedField, NewJudgement, ReviewItem } from '../../../shared/contracts/review.ts'
import type { Intent, Sentiment } from '../../../shared/contracts/values.ts'

export type Item = z.input<typeof ReviewItem>
export type Given = z.input<typeof NewJudgement>
export type Draft = { sentiment: Sentiment; intent: Intent; categories: readonly string[] }

/** The fields of a judgement as the contract has them, which carries zod and stays on the server. */
export const FIELDS = ['sentiment', 'intent', 'categories'] as const satisfies readonly JudgedField[]

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each) => b.includes(each))

const same = (field: JudgedField, a: Draft, b: Draft): boolean =>
  field === 'categories' ? sameSet(a.categories, b.categories) : a[field] === b[field]

/** What the engine says, as a judgement. */
export const byEngine = ({ engine }: Item): Draft => ({
  sentiment: engine.sentiment.label,
  intent: engine.intent.label,
  categories: engine.categories,
})

/** What one of those who judged it said; what they left out is as the engine says. */
export const bySaid = (item: Item, said: Given): Draft => ({
  ...byEngine(item),
  ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
})

/** Fields in which those who judged a voice said different things. */
export function differing(item: Item): JudgedField[] {
  const [first, ...others] = item.reviewed.flatMap(({ said }) => (said ? [bySaid(item, said)] : []))
  if (first === undefined) return []
  return FIELDS.filter((field) => others.some((other) => !same(field, first, other)))
}

/** Where a judgement begins: as two people agreed, else as the engine says. */
export function beginning(item: Item): Draft {
  const first = item.reviewed.find(({ said }) => said !== null)?.said
  const open = differing(item)
  if (!first) return byEngine(item)
  const agreed = bySaid(item, first)
  return { ...agreed, ...Object.fromEntries(open.map((field) => [field, byEngine(item)[field]])) }
}

/** What is sent: the fields that are judged, all of them where none is singled out. */
export function given({ sentiment, intent, categories }: Draft, only: JudgedField | null): Given {
  const whole = { sentiment, intent, categories: [...categories] }
  return only === null ? whole : { [only]: whole[only] }
}

/** The fields in which a judgement says otherwise than the engine. */
export const unlikeEngine = (item: Item, said: Given): JudgedField[] =>
  FIELDS.filter((field) => said[field] !== undefined && !same(field, bySaid(item, said), byEngine(item)))

/** The fields in the order to be looked at: what the engine is most unsure of first, or what two people differ in. */
export function inOrder(item: Item): JudgedField[] {
  const open = differing(item)
  const weight = (field: JudgedField) => (open.includes(field) ? 2 : 0) + (field === item.field ? 1 : 0)
  return [...FIELDS].sort((a, b) => weight(b) - weight(a))
}

export type Mark = 'differs' | 'unsure' | null

/** Why a field wants a look: two people differ in it, or the engine is most unsure of it. */
export const markOf = (item: Item, field: JudgedField): Mark =>
  differing(item).includes(field) ? 'differs' : item.field === field ? 'unsure' : null
