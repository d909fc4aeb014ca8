/** Roles, leaving, being away, another address. */
import type { Database, Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { queueMail } from '../../platform/mail/mail.store.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { personLeft } from './account.events.ts'
import { aboveYou, emailTaken, lastOwner, noSuchPerson } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { forgetEveryone } from './authenticate.actions.ts'
import { movedMail } from './mail-words.ts'
import { endMembership, lockOwners, type Membership, membership, setAway, setRole } from './membership.store.ts'
import { membershipFault } from './membership-rules.ts'
import { proven } from './password.actions.ts'
import { type OwnChange, ownRow, setEmail, updateOwn } from './person.store.ts'
import { houseOf } from './workspace.store.ts'

type Place = { now: Instant; address: string }

/** The member, after it was made sure that `by` may give them `next` (null: end their membership). */
async function changeable(tx: Db, by: User, personId: string, next: Role | null): Promise<Membership> {
  const owners = await lockOwners(tx)
  const member = await membership(tx, personId)
  if (member === null || member.kind !== 'person') throw noSuchPerson()
  const fault = membershipFault(by, member, next, owners)
  if (fault === 'above-you') throw aboveYou()
  if (fault === 'last-owner') throw lastOwner()
  return member
}

export async function changeRole(
  database: Database,
  db: Db,
  by: User,
  personId: string,
  role: Role,
  at: Place,
): Promise<void> {
  await db.transaction(async (tx) => {
    const member = await changeable(tx, by, personId, role)
    if (member.role === role) return
    await setRole(tx, personId, role)
    await audit(tx, {
      by: by.id,
      action: 'person.role-changed',
      subject: member.name,
      facts: { from: member.role, to: role },
      ...at,
    })
  })
  forgetEveryone(database)
}

/** Ends a membership, one's own too; their sessions here end with it. */
export async function removePerson(database: Database, db: Db, by: User, personId: string, at: Place): Promise<void> {
  await db.transaction(async (tx) => {
    const member = await changeable(tx, by, personId, null)
    if (!(await endMembership(tx, personId, at.now))) throw noSuchPerson()
    await emit(tx, personLeft, { personId, at: at.now })
    await audit(tx, { by: by.id, action: 'person.removed', subject: member.name, facts: { role: member.role }, ...at })
  })
  forgetEveryone(database)
}

/** Whoever is away is given no work. */
export async function changeAway(db: Db, by: User, personId: string, away: boolean, at: Place): Promise<void> {
  await db.transaction(async (tx) => {
    const member = await membership(tx, personId)
    if (member === null || member.kind !== 'person' || !(await setAway(tx, personId, away))) throw noSuchPerson()
    await audit(tx, { by: by.id, action: away ? 'person.away' : 'person.back', subject: member.name, ...at })
  })
}

/** Changes one's own name, language, digest or being away; what others see of it stands in the log. */
export async function changeOwn(database: Database, db: Db, user: User, change: OwnChange, at: Place): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await ownRow(tx, user.id)
    if (before === null) throw noSuchPerson()
    await updateOwn(tx, user.id, change)
    const { name = before.name, away = before.away } = change
    const act = { by: user.id, subject: name, ...at }
    if (name !== before.name)
      await audit(tx, { ...act, action: 'person.renamed', facts: { name: { from: before.name, to: name } } })
    if (away !== before.away) await audit(tx, { ...act, action: away ? 'person.away' : 'person.back' })
  })
  forgetEveryone(database)
}

/**
 * Gives oneself another address, to sign in with and to get mail at. The old one is told, for it may not have been oneself.
 *
 * @throws Refusal 'password.wrong'; 'person.email-taken'
 */
export async function changeEmail(
  database: Database,
  db: Db,
  user: User,
  wanted: { email: string; password: string },
  at: Place,
): Promise<void> {
  const { email: from } = await proven(database, db, user, wanted.password)
  if (from === wanted.email) return
  try {
    await db.transaction(async (tx) => {
      const person = await ownRow(tx, user.id)
      if (person === null) throw noSuchPerson()
      await setEmail(tx, user.id, wanted.email)
      await queueMail(tx, {
        dedupe: `moved ${newId(at.now)}`,
        to: from,
        ...movedMail(person.locale, { house: await houseOf(tx), name: person.name, email: wanted.email }),
        headers: { 'Auto-Submitted': 'auto-generated' },
        now: at.now,
      })
      const facts = { email: { from, to: wanted.email } }
      await audit(tx, { by: user.id, action: 'person.email-changed', subject: person.name, facts, ...at })
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') throw emailTaken()
    throw error
  }
  forgetEveryone(database)
}
