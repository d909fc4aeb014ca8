import type { z } from 'zod'
import type { Case } from '../../shared/contracts/cases.ts'
import { type Role, roleMay } from '../../shared/contracts/permissions.ts'
import { masked } from '../../shared/text/masked.ts'

type Shown = z.output<typeof Case>

/** A case as someone in `role` may see it: who may not look at customers sees their addresses and numbers masked. */
export function seenBy(role: Role, shown: Shown): Shown {
  if (roleMay(role, 'customer:read')) return shown
  const { person, replyBy } = shown
  const hidden = (value: string | null) => (value === null ? null : masked(value))
  return {
    ...shown,
    person:
      person === null
        ? null
        : {
            ...person,
            email: hidden(person.email),
            phone: hidden(person.phone),
            externalId: hidden(person.externalId),
            note: '',
          },
    replyBy: replyBy.by === 'email' ? { ...replyBy, to: masked(replyBy.to) } : replyBy,
  }
}
