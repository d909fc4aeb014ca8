import type { Db } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import { everyMember } from '../accounts/index.ts'

const TOLD: readonly Role[] = ['manager', 'analyst']
const ELSE_TOLD: readonly Role[] = ['owner', 'admin']

/** Who is told of what is found by itself: managers and analysts; where there are none yet, those who run the workspace. */
export async function toldOfFindings(tx: Db): Promise<string[]> {
  const members = await everyMember(tx)
  const of = (roles: readonly Role[]) => members.filter(({ role }) => roles.includes(role)).map(({ id }) => id)
  const told = of(TOLD)
  return told.length > 0 ? told : of(ELSE_TOLD)
}
