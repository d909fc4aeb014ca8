/** Settings of this module: what is promised, when we work, who gets what. Every change is in the audit log. */
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { Misfit } from '../../platform/errors.ts'
import type { PromiseSettings, RoutingSettings, WorkCalendarShape } from '../../shared/contracts/promises.ts'
import type { WorkCalendar } from '../../shared/time/calendar.ts'
import { calendarFaults } from '../../shared/time/calendar-faults.ts'
import { durationFaultText, readDuration } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit, changesOf, isEmpty, teams } from '../accounts/index.ts'
import { misfits, noSuchTeam } from './case.refusals.ts'
import { knownTeams, readRouting, writeCalendar, writePromiseRules, writeRouting } from './policy.store.ts'
import { promiseRules, workCalendar } from './promise.actions.ts'
import { DEFAULT_ROUTING } from './routing.ts'

type Change = { by: string; address: string; now: Instant }
type Promises = z.output<typeof PromiseSettings>
type Calendar = z.output<typeof WorkCalendarShape>
type Routing = z.output<typeof RoutingSettings>

const durationMisfit = (text: string, path: string): Misfit[] => {
  const read = readDuration(text)
  return 'fault' in read ? [{ path, message: durationFaultText[read.fault], code: 'not-duration' }] : []
}

/** What differs, in the audit log. Pages save by themselves: what changed nothing is no entry. */
async function noted(
  tx: Db,
  what: 'promises' | 'calendar' | 'routing',
  facts: ReturnType<typeof changesOf>,
  at: Change,
): Promise<void> {
  if (!isEmpty(facts)) await audit(tx, { ...at, action: `${what}.changed`, subject: what, facts })
}

/** @throws Refusal naming every duration that cannot be read */
export async function changePromises(db: Db, settings: Promises, { by, address, now }: Change): Promise<Promises> {
  const wrong = [
    ...settings.policies.flatMap(({ duration }, i) => durationMisfit(duration, `policies[${i}].duration`)),
    ...durationMisfit(settings.silence, 'silence'),
  ]
  if (wrong.length > 0) throw misfits('promise.duration', 'One of these is not a duration.', wrong)
  await db.transaction(async (tx) => {
    const before = await showPromises(tx)
    await writePromiseRules(tx, settings, by, now)
    await noted(tx, 'promises', changesOf(before, await showPromises(tx)), { by, address, now })
  })
  return await showPromises(db)
}

/** What is promised, as the API shows it. */
export const showPromises = async (db: Db): Promise<Promises> => (await promiseRules(db)) as Promises

/** @throws Refusal naming everything in the calendar that cannot be used */
export async function changeCalendar(db: Db, given: Calendar, { by, address, now }: Change): Promise<Calendar> {
  const { makeUpHours, ...rest } = given
  const calendar: WorkCalendar = { ...rest, ...(makeUpHours !== undefined && { makeUpHours }) }
  const faults = calendarFaults(calendar)
  if (faults.length > 0)
    throw misfits(
      'calendar.invalid',
      'This calendar cannot be used.',
      faults.map(({ path, code }) => ({ path, message: code })),
    )
  await db.transaction(async (tx) => {
    const before = await showCalendar(tx)
    await writeCalendar(tx, calendar, by, now)
    await noted(tx, 'calendar', changesOf(before, await showCalendar(tx)), { by, address, now })
  })
  return await showCalendar(db)
}

/** The calendar as the API shows it. */
export async function showCalendar(db: Db): Promise<Calendar> {
  const { zone, week, publicHolidays, closed, working, makeUpHours } = await workCalendar(db)
  return {
    zone,
    week: week.map((hours) => [...hours]),
    publicHolidays,
    closed: [...closed],
    working: [...working],
    ...(makeUpHours !== undefined && { makeUpHours: [...makeUpHours] }),
  }
}

export async function showRouting(db: Db): Promise<Routing> {
  const { rules, otherwise, loadCap } = (await readRouting(db)) ?? DEFAULT_ROUTING
  return {
    rules: rules.map((rule) => ({ ...rule, when: rule.when as Routing['rules'][number]['when'] })),
    otherwise,
    loadCap,
  }
}

/** As the log keeps it: teams by the names of that day. */
async function toldRouting(tx: Db): Promise<object> {
  const names = new Map((await teams(tx)).map(({ id, name }) => [id, name]))
  const { rules, otherwise, loadCap } = await showRouting(tx)
  const nameOf = (team: string) => names.get(team) ?? null
  return {
    rules: rules.map((rule) => ({ ...rule, team: nameOf(rule.team) })),
    otherwise: otherwise && nameOf(otherwise),
    loadCap,
  }
}

/** @throws Refusal when a rule names a team that is not there */
export async function changeRouting(db: Db, routing: Routing, { by, address, now }: Change): Promise<Routing> {
  const wanted = [
    ...new Set([...routing.rules.map(({ team }) => team), ...(routing.otherwise === null ? [] : [routing.otherwise])]),
  ]
  const known = await knownTeams(db, wanted)
  const missing = routing.rules.findIndex(({ team }) => !known.includes(team))
  if (missing >= 0) throw noSuchTeam(`rules[${missing}].team`)
  if (routing.otherwise !== null && !known.includes(routing.otherwise)) throw noSuchTeam('otherwise')
  await db.transaction(async (tx) => {
    const before = await toldRouting(tx)
    await writeRouting(tx, routing, by, now)
    await noted(tx, 'routing', changesOf(before, await toldRouting(tx)), { by, address, now })
  })
  return await showRouting(db)
}
