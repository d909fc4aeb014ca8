/** How people join a workspace: by a link that an administrator had sent. */
import { hashPassword } from '../../platform/auth/password.ts'
import { hashOf } from '../../platform/auth/seal.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import type { Origin, User } from '../../platform/http/route.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { queueMail } from '../../platform/mail/mail.store.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { personJoined } from './account.events.ts'
import { aboveYou, alreadyHere, deadLink, noSuchInvitation, weakPassword } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import {
  deleteInvitation,
  type InvitationRow,
  insertInvitation,
  invitationById,
  type OpenLink,
  openInvitations,
  openLink,
  renewInvitation,
  takeLink,
} from './link.store.ts'
import { invitationMail } from './mail-words.ts'
import { join, membership } from './membership.store.ts'
import { reaches } from './membership-rules.ts'
import { passwordFault } from './password-rules.ts'
import { accountByEmail, insertPerson, workspacesOf } from './person.store.ts'
import { openSession, provenAccount, type SignedIn } from './sign-in.actions.ts'
import { houseOf, workspaceRow } from './workspace.store.ts'

const DAYS = 7

export type Made = InvitationRow & { link: string }

/** Invites an address; inviting it again replaces the invitation before. */
export async function invite(
  db: Db,
  tools: Tools,
  by: User,
  wanted: { email: string; role: Role },
  address: string,
): Promise<Made> {
  if (!reaches(by.role, wanted.role)) throw aboveYou()
  const known = await accountByEmail(db, wanted.email)
  if (known !== null && (await membership(db, known.id)) !== null) throw alreadyHere()
  const now = tools.now()
  const token = newSecret(24)
  const invitation = { id: newId(now), ...wanted, expiresAt: plus(now, DAYS * DAY) }
  return await db.transaction(async (tx) => {
    await insertInvitation(tx, { ...invitation, hash: hashOf(token), by: by.id, now })
    await audit(tx, {
      by: by.id,
      action: 'invitation.made',
      subject: wanted.email,
      facts: { role: wanted.role },
      address,
      now,
    })
    const link = await mailLink(tx, tools, by.name, { ...invitation, token }, now)
    return { ...invitation, invitedBy: by.name, createdAt: now, link }
  })
}

/** Sends an invitation again under a new link; the one before is dead. */
export async function inviteAgain(db: Db, tools: Tools, by: User, id: string, address: string): Promise<Made> {
  const now = tools.now()
  const token = newSecret(24)
  const expiresAt = plus(now, DAYS * DAY)
  return await db.transaction(async (tx) => {
    const open = await invitationById(tx, id)
    if (open === null) throw noSuchInvitation()
    if (!reaches(by.role, open.role)) throw aboveYou()
    if (!(await renewInvitation(tx, id, hashOf(token), expiresAt))) throw noSuchInvitation()
    await audit(tx, { by: by.id, action: 'invitation.sent-again', subject: open.email, address, now })
    const link = await mailLink(tx, tools, by.name, { id, ...open, token }, now)
    const row = (await openInvitations(tx)).find((each) => each.id === id)
    if (row === undefined) throw noSuchInvitation()
    return { ...row, link }
  })
}

async function mailLink(
  tx: Db,
  tools: Tools,
  by: string,
  of: { id: string; email: string; role: Role; token: string },
  now: Instant,
): Promise<string> {
  const [house, { locale }] = [await houseOf(tx), await workspaceRow(tx)]
  const link = `${tools.publicUrl}/app/join?token=${of.token}`
  const written = invitationMail(locale, { house, by, role: of.role, link, days: DAYS })
  await queueMail(tx, { dedupe: `invitation ${of.id} ${hashOf(of.token).slice(0, 16)}`, to: of.email, ...written, now })
  return link
}

export async function revokeInvitation(
  db: Db,
  by: User,
  id: string,
  at: { now: Instant; address: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await deleteInvitation(tx, id)
    if (gone === null) throw noSuchInvitation()
    await audit(tx, { by: by.id, action: 'invitation.revoked', subject: gone.email, ...at })
  })
}

type Invitation = { workspaceId: string; workspaceName: string; email: string; role: Role }

/** @throws Refusal 'link.dead' unless the invitation can still be accepted */
export async function invitationOf(database: Database, token: string, now: Instant): Promise<Invitation> {
  return complete(await openLink(database.lookups, hashOf(token), 'join', now))
}

function complete(link: OpenLink | null): Invitation {
  if (link?.workspaceId == null || link.workspaceName === null || link.email === null || link.role === null)
    throw deadLink()
  const { workspaceId, workspaceName, email, role } = link
  return { workspaceId, workspaceName, email, role }
}

/**
 * Joins. Who has an account already proves it by its password; a new person sets one.
 *
 * @returns the session; null for an account with a second factor, which signs in as always
 */
export async function acceptInvitation(
  database: Database,
  tools: Tools,
  token: string,
  given: { name: string; password: string },
  origin: Origin,
): Promise<SignedIn | null> {
  const now = tools.now()
  const invitation = await invitationOf(database, token, now)
  const { email, role, workspaceId } = invitation
  const known = await accountByEmail(database.lookups, email)
  const account =
    known === null ? null : await provenAccount(database.lookups, { email, password: given.password }, origin)
  const fault = account === null ? passwordFault(given.password, email) : null
  if (fault !== null) throw weakPassword(fault, 'password')
  const passwordHash = account === null ? await hashPassword(given.password) : ''
  const personId = account?.id ?? newId(now)
  const name = account?.name ?? given.name
  await database.in(workspaceId).transaction(async (tx) => {
    if (!(await takeLink(tx, hashOf(token), 'join', now))) throw deadLink()
    if (account === null)
      await insertPerson(tx, { id: personId, email, name, passwordHash, locale: origin.locale, now })
    await join(tx, personId, role, now)
    await emit(tx, personJoined, { personId, role, at: now })
    await audit(tx, {
      by: personId,
      action: 'person.joined',
      subject: name,
      facts: { role },
      address: origin.address,
      now,
    })
  })
  if (account !== null && account.totpSealed !== null) return null
  const place = (await workspacesOf(database.lookups, personId)).find(({ id }) => id === workspaceId)
  if (place === undefined) throw deadLink()
  return await openSession(database, now, personId, name, place, origin)
}
