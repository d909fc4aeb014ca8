/** Who works on a case: routed at the start, then taken, handed over or put back by people. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import {
  addWatcher,
  assign,
  candidatesFor,
  isMember,
  mayAnswer,
  openCasesOwnedBy,
  reachablePeople,
  removeWatcher,
} from './assignment.store.ts'
import { caseAssigned } from './case.events.ts'
import {
  cannotAnswer,
  caseEnded,
  mergedAway,
  noSuchCase,
  noSuchPerson,
  noSuchTeam,
  takenMeanwhile,
} from './case.refusals.ts'
import { addStep, type CaseRow, caseById, lockCase } from './case.store.ts'
import type { Heard } from './condition.ts'
import { knownTeams, readRouting } from './policy.store.ts'
import { DEFAULT_ROUTING, nextOwner, teamFor } from './routing.ts'
import { moveStage } from './stage.actions.ts'
import { isOpen } from './stages.ts'
import { toldOf } from './title.ts'

export type Owning = { teamId: string | null; ownerId: string | null }

/** Finds team and owner of a new case. Openings of one workspace wait for each other, so that turns are fair. */
export async function route(
  tx: Db,
  row: Pick<CaseRow, 'id' | 'number' | 'subject'>,
  heard: Heard,
  now: Instant,
): Promise<Owning> {
  const routing = (await readRouting(tx)) ?? DEFAULT_ROUTING
  const wanted = teamFor(heard, routing)
  const teamId = wanted !== null && (await knownTeams(tx, [wanted])).length > 0 ? wanted : null
  const ownerId = nextOwner(await candidatesFor(tx, teamId), routing.loadCap)
  if (teamId !== null || ownerId !== null) await give(tx, row, { teamId, ownerId }, null, now)
  return { teamId, ownerId }
}

/** Writes the assignment, tells the new owner unless they did it themselves, and announces it. */
async function give(
  tx: Db,
  row: Pick<CaseRow, 'id' | 'number' | 'subject'>,
  to: Owning,
  by: string | null,
  now: Instant,
): Promise<void> {
  const assignment = newId(now)
  await assign(tx, { id: assignment, caseId: row.id, ...to, by, at: now })
  await addStep(tx, {
    id: newId(now),
    caseId: row.id,
    kind: stepOf(to),
    facts: { owner: to.ownerId, team: to.teamId },
    by,
    at: now,
  })
  await emit(tx, caseAssigned, { caseId: row.id, ...to, by, at: now })
  if (to.ownerId === null || to.ownerId === by) return
  await notify(tx, {
    personId: to.ownerId,
    kind: 'assigned',
    subject: publicIdOf('case', row.id),
    facts: toldOf(row),
    dedupe: `assigned ${assignment}`,
    now,
  })
}

const stepOf = ({ ownerId, teamId }: Owning): string => (ownerId === null && teamId === null ? 'released' : 'assigned')

export type Handing = {
  caseId: string
  /** Neither: the caller takes it. Only a team: routed within it. */
  person?: string | undefined
  team?: string | undefined
  /** Whom the caller saw as owner. */
  from?: string | null | undefined
  by: string
  now: Instant
}

/**
 * Takes a case or hands it to a person or a team.
 *
 * @throws Refusal when someone else took it meanwhile, it has ended, or nobody like that answers cases here
 */
export async function handOver(db: Db, asked: Handing): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockOpen(tx, asked.caseId)
    if (asked.from !== undefined && row.ownerId !== asked.from)
      throw takenMeanwhile(row.ownerId === null ? '' : publicIdOf('person', row.ownerId))
    const to = await receiverOf(tx, row, asked)
    if (to.ownerId === row.ownerId && to.teamId === row.teamId) return
    await give(tx, row, to, asked.by, asked.now)
    if (to.ownerId === asked.by && (row.stage === 'new' || row.stage === 'acknowledged'))
      await moveStage(tx, row, 'working', asked.by, asked.now)
  })
}

async function receiverOf(tx: Db, row: CaseRow, { person, team, by }: Handing): Promise<Owning> {
  if (team !== undefined && (await knownTeams(tx, [team])).length === 0) throw noSuchTeam('team')
  const owner = person ?? (team === undefined ? by : undefined)
  if (owner !== undefined) {
    if (!(await mayAnswer(tx, owner))) throw cannotAnswer()
    return { teamId: team ?? row.teamId, ownerId: owner }
  }
  const { loadCap } = (await readRouting(tx)) ?? DEFAULT_ROUTING
  return { teamId: team ?? null, ownerId: nextOwner(await candidatesFor(tx, team ?? null), loadCap) }
}

/** Puts a case back into its team's pool. */
export async function release(db: Db, asked: { caseId: string; by: string | null; now: Instant }): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockOpen(tx, asked.caseId)
    if (row.ownerId !== null) await give(tx, row, { teamId: row.teamId, ownerId: null }, asked.by, asked.now)
  })
}

/** What stood with someone who left goes on with others. Run twice it finds nothing left to do. */
export async function passOn(db: Db, personId: string, now: Instant): Promise<void> {
  for (const { id } of await openCasesOwnedBy(db, personId)) {
    await db.transaction(async (tx) => {
      const row = await lockCase(tx, id)
      if (row === null || row.ownerId !== personId || !isOpen(row.stage)) return
      const { loadCap } = (await readRouting(tx)) ?? DEFAULT_ROUTING
      const others = (await candidatesFor(tx, row.teamId)).filter((each) => each.personId !== personId)
      await give(tx, row, { teamId: row.teamId, ownerId: nextOwner(others, loadCap) }, null, now)
    })
  }
}

/** The person who answers an unowned case has it from then on; a key that answers for a program has nothing. */
export async function takeIfFree(tx: Db, row: CaseRow, by: string, now: Instant): Promise<void> {
  if (row.ownerId !== null || !isOpen(row.stage) || (await reachablePeople(tx, [by])).length === 0) return
  await give(tx, row, { teamId: row.teamId, ownerId: by }, by, now)
}

async function lockOpen(tx: Db, caseId: string): Promise<CaseRow> {
  const row = await lockCase(tx, caseId)
  if (row === null) throw noSuchCase()
  if (row.mergedInto !== null) throw mergedAway()
  if (!isOpen(row.stage)) throw caseEnded()
  return row
}

/** Lets someone see what happens to a case; doing it again changes nothing. */
export async function watch(db: Db, asked: { caseId: string; personId: string }): Promise<void> {
  if ((await caseById(db, asked.caseId)) === null) throw noSuchCase()
  if (!(await isMember(db, asked.personId))) throw noSuchPerson('person')
  await addWatcher(db, asked.caseId, asked.personId)
}

export async function unwatch(db: Db, asked: { caseId: string; personId: string }): Promise<void> {
  if ((await caseById(db, asked.caseId)) === null) throw noSuchCase()
  await removeWatcher(db, asked.caseId, asked.personId)
}
