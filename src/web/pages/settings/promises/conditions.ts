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
  const truth = (value: boolean | undefined, yes: string, no: string) => (value === undefined ? null : value ? yes : no)
  const list = (values: readonly string[] | undefined, say: (values: readonly string[]) => string) =>
    values ? say(values) : null
  return (when) => {
    const said = [
      truth(when.negative, t('promises.when.negative'), t('promises.when.not-negative')),
      truth(when.wantsCall, t('promises.when.call'), t('promises.when.no-call')),
      list(when.intents, (values) => any(values, 'intent')),
      list(when.sentiments, (values) => any(values, 'sentiment')),
      list(when.urgencies, (values) => any(values, 'urgency')),
      list(when.channels, (values) => t('promises.when.channels', { channels: any(values, 'channel') })),
      list(when.categories, (values) => any(values.map(categoryOf))),
      list(when.tiers, (values) => t('promises.when.tiers', { tiers: any(values) })),
      list(when.languages, (values) => any(values, 'language')),
    ].filter((words) => words !== null)
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
