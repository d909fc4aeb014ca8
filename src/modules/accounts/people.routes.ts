import { z } from 'zod'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { notAllowed } from '../../platform/http/refusals.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  ChangeAway,
  ChangeRole,
  InvitationList,
  InvitationMade,
  Invite,
  invitationId,
  PeoplePage,
  PeopleQuery,
  TeamList,
  TeamView,
  WriteTeam,
} from '../../shared/contracts/people.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import { personId, teamId } from '../../shared/contracts/values.ts'
import { invite, inviteAgain, revokeInvitation } from './invitation.actions.ts'
import { openInvitations } from './link.store.ts'
import { members } from './membership.store.ts'
import { changeAway, changeRole, removePerson } from './people.actions.ts'
import { changeTeam, makeTeam, removeTeam } from './team.actions.ts'
import { teams } from './team.store.ts'

const person = z.object({ id: personId })
const team = z.object({ id: teamId })
const invitation = z.object({ id: invitationId })

const getPeople = route({
  method: 'GET',
  path: '/api/v1/people',
  who: can('people:read'),
  summary: 'People of the workspace, by name',
  query: PeopleQuery,
  reply: PeoplePage,
  async run({ db, query: { limit, cursor, q, ended } }) {
    const after = readCursor(cursor, 2)
    const rows = await members(db, {
      q,
      ended: ended === 'yes',
      after: after && { name: String(after[0]), id: String(after[1]) },
      limit: limit + 1,
    })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, nextCursor: rows.length > limit && last ? cursorOf([last.name, last.id]) : null }
  },
})

const putRole = route({
  method: 'PUT',
  path: '/api/v1/people/:id/role',
  who: can('people:change'),
  summary: 'Give a person another role',
  params: person,
  body: ChangeRole,
  run: ({ db, database, user, params, body, now, origin }) =>
    changeRole(database, db, user, params.id, body.role, { now, address: origin.address }),
})

const putAway = route({
  method: 'PUT',
  path: '/api/v1/people/:id/away',
  who: can('people:read'),
  summary: 'Say that a person is away (oneself, or with people:change anyone)',
  params: person,
  body: ChangeAway,
  async run({ db, user, params, body, now, origin }) {
    if (user.id !== params.id && !roleMay(user.role, 'people:change')) throw notAllowed('people:change')
    await changeAway(db, user, params.id, body.away, { now, address: origin.address })
  },
})

const deletePerson = route({
  method: 'DELETE',
  path: '/api/v1/people/:id',
  who: can('people:change'),
  summary: 'End a person’s membership',
  params: person,
  run: ({ db, database, user, params, now, origin }) =>
    removePerson(database, db, user, params.id, { now, address: origin.address }),
})

const getTeams = route({
  method: 'GET',
  path: '/api/v1/teams',
  who: can('people:read'),
  summary: 'Teams with their members',
  reply: TeamList,
  run: async ({ db }) => ({ items: await teams(db) }),
})

const postTeam = route({
  method: 'POST',
  path: '/api/v1/teams',
  who: can('people:change'),
  summary: 'Make a team',
  body: WriteTeam,
  reply: TeamView,
  status: 201,
  run: ({ db, user, body, now, origin }) => makeTeam(db, user, body, { now, address: origin.address }),
})

const putTeam = route({
  method: 'PUT',
  path: '/api/v1/teams/:id',
  who: can('people:change'),
  summary: 'Change a team’s name, lead and members',
  params: team,
  body: WriteTeam,
  reply: TeamView,
  run: ({ db, user, params, body, now, origin }) =>
    changeTeam(db, user, params.id, body, { now, address: origin.address }),
})

const deleteTeam = route({
  method: 'DELETE',
  path: '/api/v1/teams/:id',
  who: can('people:change'),
  summary: 'Remove a team',
  params: team,
  run: ({ db, user, params, now, origin }) => removeTeam(db, user, params.id, { now, address: origin.address }),
})

const getInvitations = route({
  method: 'GET',
  path: '/api/v1/invitations',
  who: can('people:change'),
  summary: 'Invitations of staff that nobody has answered',
  reply: InvitationList,
  run: async ({ db }) => ({ items: await openInvitations(db) }),
})

const postInvitation = route({
  method: 'POST',
  path: '/api/v1/invitations',
  who: can('people:change'),
  summary: 'Invite a person by e-mail',
  body: Invite,
  reply: InvitationMade,
  status: 201,
  ownIdempotency: true,
  run: ({ db, tools, user, body, origin }) => invite(db, tools, user, body, origin.address),
})

const postInvitationAgain = route({
  method: 'POST',
  path: '/api/v1/invitations/:id/sending',
  who: can('people:change'),
  summary: 'Send an invitation again',
  params: invitation,
  reply: InvitationMade,
  ownIdempotency: true,
  run: ({ db, tools, user, params, origin }) => inviteAgain(db, tools, user, params.id, origin.address),
})

const deleteInvitation = route({
  method: 'DELETE',
  path: '/api/v1/invitations/:id',
  who: can('people:change'),
  summary: 'Take an invitation back',
  params: invitation,
  run: ({ db, user, params, now, origin }) => revokeInvitation(db, user, params.id, { now, address: origin.address }),
})

export const peopleRoutes: Route[] = [
  getPeople,
  putRole,
  putAway,
  deletePerson,
  getTeams,
  postTeam,
  putTeam,
  deleteTeam,
  getInvitations,
  postInvitation,
  postInvitationAgain,
  deleteInvitation,
]
