import { ROLES, type Role } from '../../shared/contracts/permissions.ts'

export type Standing = { id: string; role: Role }

/** Nobody gives or takes what stands above their own role. */
export const reaches = (by: Role, role: Role): boolean => ROLES.indexOf(by) <= ROLES.indexOf(role)

/**
 * Why `by` may not change somebody's role; null when they may.
 *
 * @param next   the new role, or null to end the membership
 * @param owners how many owners there are now
 */
export function membershipFault(
  by: Standing,
  whom: Standing,
  next: Role | null,
  owners: number,
): 'above-you' | 'last-owner' | null {
  const leaving = next === null && by.id === whom.id
  if (!leaving && !reaches(by.role, whom.role)) return 'above-you'
  if (next !== null && !reaches(by.role, next)) return 'above-you'
  if (whom.role === 'owner' && next !== 'owner' && owners <= 1) return 'last-owner'
  return null
}
