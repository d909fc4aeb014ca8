import { z } from 'zod'
import type { Database } from '../../platform/db/db.ts'
import { crossSite, notSignedIn } from '../../platform/http/refusals.ts'
import { anyone, type Origin, type Route, route, signedIn, type User } from '../../platform/http/route.ts'
import { REQUEST_HEADER } from '../../platform/http/security.ts'
import type { Tools } from '../../platform/tools.ts'
import { permissionsOf } from '../../shared/contracts/permissions.ts'
import {
  AcceptInvitation,
  AskReset,
  InvitationSeen,
  MoveSession,
  SessionView,
  SetPassword,
  SetUp,
  SetupOpen,
  SetupToken,
  SignIn,
} from '../../shared/contracts/session.ts'
import { personNeeded } from './account.refusals.ts'
import { acceptInvitation, invitationOf } from './invitation.actions.ts'
import { askReset, setByLink } from './password.actions.ts'
import { ownRow, type Place, workspacesOf } from './person.store.ts'
import { endedCookie, sessionCookie } from './session-cookie.ts'
import { checkSetUp, setUp } from './set-up.actions.ts'
import { moveTo, openSession, type SignedIn, signIn, signOut } from './sign-in.actions.ts'

const token = z.object({ token: z.string().min(1).max(100) })

/** Signing in needs no cookie, so the server's own rule does not see it; another site must not sign people in either. */
function fromOurPages(origin: Origin): void {
  if (origin.header(REQUEST_HEADER) !== '1') throw crossSite()
}

async function sessionView(
  database: Database,
  personId: string,
  workspaceId: string,
): Promise<z.output<typeof SessionView>> {
  const [person, places] = await Promise.all([
    ownRow(database.in(workspaceId), personId),
    workspacesOf(database.lookups, personId),
  ])
  const place = places.find(({ id }) => id === workspaceId)
  if (person === null || place === undefined) throw notSignedIn()
  const { id, name, email, locale, twoFactor } = person
  const { role, ...workspace } = place
  const brief = ({ id, name, slug }: Place) => ({ id, name, slug })
  const byName = [...places].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  return {
    person: { id, name, email, locale, twoFactor },
    workspace,
    role,
    permissions: permissionsOf(role),
    workspaces: byName.map(brief),
  }
}

type Answering = { database: Database; tools: Tools; reply(header: string, value: string): void }

async function entered({ database, tools, reply }: Answering, signed: SignedIn): Promise<z.output<typeof SessionView>> {
  reply('set-cookie', sessionCookie(signed.token, tools.publicUrl))
  return await sessionView(database, signed.personId, signed.place.id)
}

function person(user: User): User & { session: string } {
  if (user.session === null) throw personNeeded()
  return { ...user, session: user.session }
}

const getSession = route({
  method: 'GET',
  path: '/api/v1/session',
  who: signedIn,
  summary: 'Who is signed in, and where',
  internal: true,
  reply: SessionView,
  run: ({ user, database }) => sessionView(database, person(user).id, user.workspaceId),
})

const postSession = route({
  method: 'POST',
  path: '/api/v1/session',
  who: anyone,
  summary: 'Sign in',
  internal: true,
  body: SignIn,
  reply: SessionView,
  async run(call) {
    fromOurPages(call.origin)
    return await entered(call, await signIn(call.database, call.tools, call.body, call.origin))
  },
})

const deleteSession = route({
  method: 'DELETE',
  path: '/api/v1/session',
  who: signedIn,
  summary: 'Sign out',
  internal: true,
  async run({ user, database, tools, reply }) {
    await signOut(database, person(user).session)
    reply('set-cookie', endedCookie(tools.publicUrl))
  },
})

const putWorkspace = route({
  method: 'PUT',
  path: '/api/v1/session/workspace',
  who: signedIn,
  summary: 'Go to another of one’s workspaces',
  internal: true,
  body: MoveSession,
  reply: SessionView,
  async run({ user, body, database }) {
    const { id, session } = person(user)
    await moveTo(database, { hash: session, personId: id }, body.workspaceId)
    return await sessionView(database, id, body.workspaceId)
  },
})

const getSetup = route({
  method: 'GET',
  path: '/api/v1/setup',
  who: anyone,
  summary: 'Whether a set-up link can be used',
  internal: true,
  query: SetupToken,
  reply: SetupOpen,
  perAddress: 60,
  async run({ query, database, now }) {
    await checkSetUp(database, query.token, now)
    return { open: true as const }
  },
})

const postSetup = route({
  method: 'POST',
  path: '/api/v1/setup',
  who: anyone,
  summary: 'The first person and their workspace',
  internal: true,
  body: SetUp,
  reply: SessionView,
  status: 201,
  perAddress: 20,
  async run(call) {
    fromOurPages(call.origin)
    const { token: link, ...beginning } = call.body
    const { personId, workspaceId } = await setUp(call.database, call.now, link, beginning)
    const place = (await workspacesOf(call.database.lookups, personId)).find(({ id }) => id === workspaceId)
    if (place === undefined) throw notSignedIn()
    return await entered(call, await openSession(call.database, call.now, personId, beginning.name, place, call.origin))
  },
})

/** The least time an answer takes, so that how long it takes does not tell whether there is an account. */
const RESET_MS = 400

const postReset = route({
  method: 'POST',
  path: '/api/v1/password-resets',
  who: anyone,
  summary: 'Ask for a link to set a new password',
  internal: true,
  body: AskReset,
  status: 202,
  async run({ body, database, tools, origin }) {
    const least = new Promise((resolve) => setTimeout(resolve, RESET_MS))
    try {
      await askReset(database, tools, body.email, origin)
    } finally {
      await least
    }
  },
})

const putReset = route({
  method: 'PUT',
  path: '/api/v1/password-resets/:token',
  who: anyone,
  summary: 'Set a new password by a link',
  internal: true,
  params: token,
  body: SetPassword,
  perAddress: 20,
  async run({ params, body, database, tools, origin, reply }) {
    await setByLink(database, tools, params.token, body.password, origin)
    reply('set-cookie', endedCookie(tools.publicUrl))
  },
})

const getInvitation = route({
  method: 'GET',
  path: '/api/v1/staff-invitations/:token',
  who: anyone,
  summary: 'What an invitation is for',
  internal: true,
  params: token,
  reply: InvitationSeen,
  perAddress: 60,
  async run({ params, database, now }) {
    const { workspaceName, email, role } = await invitationOf(database, params.token, now)
    return { workspaceName, email, role }
  },
})

const postAcceptance = route({
  method: 'POST',
  path: '/api/v1/staff-invitations/:token/acceptance',
  who: anyone,
  summary: 'Join a workspace',
  internal: true,
  params: token,
  body: AcceptInvitation,
  reply: SessionView.optional(),
  status: 201,
  perAddress: 20,
  async run(call) {
    fromOurPages(call.origin)
    const signed = await acceptInvitation(call.database, call.tools, call.params.token, call.body, call.origin)
    return signed === null ? undefined : await entered(call, signed)
  },
})

export const sessionRoutes: Route[] = [
  postSession,
  getSession,
  deleteSession,
  putWorkspace,
  getSetup,
  postSetup,
  postReset,
  putReset,
  getInvitation,
  postAcceptance,
]
