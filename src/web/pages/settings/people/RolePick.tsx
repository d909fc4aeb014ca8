import { ROLES, type Role } from '../../../../shared/contracts/permissions.ts'
import { PickField } from '../../../parts/fields.tsx'
import { useSession } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { givable, ROLE_ABOUT } from './people.ts'

type Props = { label: string; value: Role; pick: (role: Role) => void }

/** A role, with what it may do. */
export function RolePick({ label, value, pick }: Props) {
  const { t, term } = useWords()
  const { role } = useSession()
  const roles = givable(role)
  const shown = roles.includes(value) ? roles : [value, ...roles]
  return (
    <PickField
      path="role"
      label={label}
      description={t(ROLE_ABOUT[value])}
      data={shown.map((each) => ({ value: each, label: term('role', each) }))}
      value={value}
      allowDeselect={false}
      onChange={(picked) => {
        const role = ROLES.find((each) => each === picked)
        if (role) pick(role)
      }}
    />
  )
}
