import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { newId } from '../../platform/ids.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { leadOutsideTeam, noSuchTeam, strangersInTeam, teamInUse, teamNameTaken } from './account.refusals.ts'
import { audit } from './audit.store.ts'
import { changesOf } from './changes.ts'
import {
  countMembers,
  deleteTeam,
  insertTeam,
  nameTaken,
  setTeamMembers,
  type Team,
  teamById,
  teams,
  updateTeam,
} from './team.store.ts'

type Written = { name: string; leadId: string | null; memberIds: readonly string[] }
type Place = { now: Instant; address: string }

async function checkPeople(tx: Db, team: Written): Promise<void> {
  const ids = [...new Set(team.memberIds)]
  if ((await countMembers(tx, ids)) !== ids.length) throw strangersInTeam()
  if (team.leadId !== null && !ids.includes(team.leadId)) throw leadOutsideTeam()
}

async function teamView(tx: Db, id: string): Promise<Team> {
  const team = (await teams(tx)).find((each) => each.id === id)
  if (team === undefined) throw noSuchTeam()
  return team
}

/** As the log keeps it: by the names of that day. */
const told = ({ name, leadId, members }: Team) => ({
  name,
  lead: members.find(({ id }) => id === leadId)?.name ?? null,
  members: members.map((member) => member.name),
})

export async function makeTeam(db: Db, by: User, team: Written, at: Place): Promise<Team> {
  return await db.transaction(async (tx) => {
    await checkPeople(tx, team)
    const id = newId(at.now)
    if (!(await insertTeam(tx, { id, name: team.name, leadId: team.leadId, now: at.now })))
      throw teamNameTaken(team.name)
    await setTeamMembers(tx, id, team.memberIds)
    const made = await teamView(tx, id)
    await audit(tx, { by: by.id, action: 'team.made', subject: team.name, facts: told(made), ...at })
    return made
  })
}

export async function changeTeam(db: Db, by: User, id: string, team: Written, at: Place): Promise<Team> {
  return await db.transaction(async (tx) => {
    await checkPeople(tx, team)
    if (await nameTaken(tx, team.name, id)) throw teamNameTaken(team.name)
    const before = await teamView(tx, id)
    if (!(await updateTeam(tx, { id, name: team.name, leadId: team.leadId }))) throw noSuchTeam()
    await setTeamMembers(tx, id, team.memberIds)
    const after = await teamView(tx, id)
    const facts = changesOf(told(before), told(after))
    await audit(tx, { by: by.id, action: 'team.changed', subject: team.name, facts, ...at })
    return after
  })
}

/** @throws Refusal 'team.in-use' while cases stand with it */
export async function removeTeam(db: Db, by: User, id: string, at: Place): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      const team = await teamById(tx, id)
      if (team === null || !(await deleteTeam(tx, id))) throw noSuchTeam()
      await audit(tx, { by: by.id, action: 'team.removed', subject: team.name, ...at })
    })
  } catch (error) {
    // Modules to the right refer to teams; the database knows when they do.
    if (error instanceof Error && 'code' in error && error.code === '23503') throw teamInUse()
    throw error
  }
}
