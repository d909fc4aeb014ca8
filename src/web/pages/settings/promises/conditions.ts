import type { z } from 'zod'
import type { Conditions as ConditionsShape } from '../../../../shared/contracts/promises.ts'
import { useWords } from '../../../words.tsx'
import { useCategories } from '../../inbox/categories.ts'

export type Conditions = z.input<typeof ConditionsShape>

/** Says what a rule holds for, one phrase for each condition; "everything" when it has none. */
export function useConditionWords(): (when: Conditions) => string[] {
  const { t, term } = useWords()
  const categories = useCategories()
  const categoryOf = (key: string) => categories.find((each) => each.key === key)?.label ?? key
  const any = (values: readonly string[], group?: string) =>
    values.map((value) => (group ? term(group, value) : value)).join(t('promises.or'))
  return (when) => {
    const said: string[] = []
    if (when.negative !== undefined)
      said.push(when.negative ? t('promises.when.negative') : t('promises.when.not-negative'))
    if (when.wantsCall !== undefined) said.push(when.wantsCall ? t('promises.when.call') : t('promises.when.no-call'))
    if (when.intents) said.push(any(when.intents, 'intent'))
    if (when.sentiments) said.push(any(when.sentiments, 'sentiment'))
    if (when.urgencies) said.push(any(when.urgencies, 'urgency'))
    if (when.channels) said.push(t('promises.when.channels', { channels: any(when.channels, 'channel') }))
    if (when.categories) said.push(any(when.categories.map(categoryOf)))
    if (when.tiers) said.push(t('promises.when.tiers', { tiers: any(when.tiers) }))
    if (when.languages) said.push(any(when.languages, 'language'))
    return said.length > 0 ? said : [t('promises.when.everything')]
  }
}

/** Without what is empty: an empty list would hold for nothing. */
export function tidied(when: Conditions): Conditions {
  const kept = Object.entries(when).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept)
}
