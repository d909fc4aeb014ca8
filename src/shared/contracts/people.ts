/** Staff: people of a workspace, their teams, those invited. */
import { z } from 'zod'
import { email, role } from './session.ts'
import { moment, Paging, pageOf, personId, publicId, teamId } from './values.ts'

export const invitationId = publicId('invite')

export const PersonView = z.strictObject({
  id: personId,
  name: z.string(),
  email: z.string(),
  role,
  away: z.boolean(),
  twoFactor: z.boolean(),
  teams: z.array(z.strictObject({ id: teamId, name: z.string() })),
  joinedAt: moment,
  endedAt: moment.nullable(),
})
export const PeopleQuery = Paging.extend({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  q: z.string().trim().max(100).optional(),
  /** `yes` lists those who have left. */
  ended: z.enum(['yes', 'no']).default('no'),
})
export const PeoplePage = pageOf(PersonView)
export const ChangeRole = z.strictObject({ role })
export const ChangeAway = z.strictObject({ away: z.boolean() })

const teamName = z.string().trim().min(1).max(80)
export const TeamView = z.strictObject({
  id: teamId,
  name: z.string(),
  leadId: personId.nullable(),
  members: z.array(z.strictObject({ id: personId, name: z.string(), away: z.boolean() })),
})
export const TeamList = z.strictObject({ items: z.array(TeamView) })
export const WriteTeam = z.strictObject({
  name: teamName,
  leadId: personId.nullable().default(null),
  memberIds: z.array(personId).max(500),
})

export const InvitationView = z.strictObject({
  id: invitationId,
  email: z.string(),
  role,
  invitedBy: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
})
export const InvitationList = z.strictObject({ items: z.array(InvitationView) })
export const Invite = z.strictObject({ email, role })

/** The link is shown to the inviter once, for installations that cannot send mail. */
export const InvitationMade = InvitationView.extend({ link: z.string() })
