import { publicIdOf } from '../../shared/ids/public-id.ts'

type Facts = Record<string, string | number | null>

/** Which facts of a step are ids, and of what. `from` and `into` are cases except where a stage moved. */
const ID_OF: Readonly<Record<string, string>> = {
  feedback: 'fb',
  message: 'msg',
  owner: 'person',
  team: 'team',
  other: 'case',
}
const ID_OF_KIND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  escalated: { to: 'person' },
  merged: { from: 'case', into: 'case' },
  split: { from: 'case', into: 'case' },
  continued: { from: 'case' },
}

/** The facts of a step as the API shows them: ids in their outside form. */
export function shownFacts(kind: string, facts: Facts): Facts {
  const idOf = { ...ID_OF, ...ID_OF_KIND[kind] }
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const prefix = idOf[name]
      return [name, prefix !== undefined && typeof value === 'string' ? publicIdOf(prefix, value) : value]
    }),
  )
}
