import type { z } from 'zod'
import type { InvitationMade, InvitationView, PersonView } from '../../../../shared/contracts/people.ts'
import { ROLES, type Role } from '../../../../shared/contracts/permissions.ts'
import type { WordKey } from '../../../../shared/words/say.ts'

export type Person = z.input<typeof PersonView>
export type Invitation = z.input<typeof InvitationView>
export type Made = z.input<typeof InvitationMade>

/** The roles that someone in `own` may give: none above it. */
export const givable = (own: string): Role[] => {
  const at = ROLES.indexOf(own as Role)
  return at < 0 ? [] : ROLES.slice(at)
}

export const ROLE_ABOUT: Readonly<Record<Role, WordKey>> = {
  owner: 'settings.role-about-owner',
  admin: 'settings.role-about-admin',
  manager: 'settings.role-about-manager',
  agent: 'settings.role-about-agent',
  analyst: 'settings.role-about-analyst',
  viewer: 'settings.role-about-viewer',
}
