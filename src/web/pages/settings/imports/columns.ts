import type { z } from 'zod'
import type { Mapping as MappingShape } from '../../../../shared/contracts/imports.ts'

export type Mapping = z.input<typeof MappingShape>

/** What a column can be read as, in the order we offer it. */
export const TARGETS = [
  'text',
  'subject',
  'sourceId',
  'occurredAt',
  'channel',
  'nps',
  'csat',
  'ces',
  'rating',
  'externalId',
  'name',
  'email',
  'phone',
  'language',
  'url',
] as const satisfies readonly (keyof Mapping)[]
export type Target = (typeof TARGETS)[number]

/** What one column is: a target, an extra fact under the column's own name, or nothing. */
export type Meaning = Target | 'fact' | 'skip'
export type Choices = Readonly<Record<string, Meaning>>
export type Extras = { fixedChannel: Mapping['fixedChannel'] | null; ratingMax: number }

const FACT_NAME = 60

/** The choices that a mapping stands for. */
export function choicesOf(columns: readonly string[], mapping: Mapping): Choices {
  const facts = new Set(Object.values(mapping.facts ?? {}))
  return Object.fromEntries(
    columns.map((column) => [
      column,
      TARGETS.find((target) => mapping[target] === column) ?? (facts.has(column) ? 'fact' : 'skip'),
    ]),
  )
}

/** The choices after one more: a target belongs to one column, so whoever had it before has none. */
export function choose(choices: Choices, column: string, meaning: Meaning): Choices {
  const single = meaning !== 'fact' && meaning !== 'skip'
  const freed = Object.entries(choices).map(([other, old]): [string, Meaning] => [
    other,
    single && old === meaning ? 'skip' : old,
  ])
  return { ...Object.fromEntries(freed), [column]: meaning }
}

/** The mapping that the server takes. */
export function mappingOf(choices: Choices, { fixedChannel, ratingMax }: Extras): Mapping {
  const entries = Object.entries(choices)
  const targets = entries.filter(([, meaning]) => meaning !== 'fact' && meaning !== 'skip')
  const facts = entries
    .filter(([, meaning]) => meaning === 'fact')
    .map(([column]) => [column.slice(0, FACT_NAME), column])
  const has = (target: Target) => targets.some(([, meaning]) => meaning === target)
  return {
    ...Object.fromEntries(targets.map(([column, target]) => [target, column])),
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(fixedChannel && !has('channel') && { fixedChannel }),
    ...(has('rating') && { ratingMax }),
  }
}

const CONTENT: readonly Meaning[] = ['text', 'nps', 'csat', 'ces', 'rating']

/** False when no row could become a feedback: it needs words or a score. */
export const hasContent = (choices: Choices): boolean =>
  Object.values(choices).some((meaning) => CONTENT.includes(meaning))
