import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { CasePromise, promiseId } from '../../shared/contracts/cases.ts'
import {
  LedgerPage,
  LedgerQuery,
  Loads,
  MakePromise,
  PromiseSettings,
  PromiseSummary,
  RoutingSettings,
  SummaryQuery,
  WhyBroken,
  WorkCalendarShape,
} from '../../shared/contracts/promises.ts'
import { caseId } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { openByOwner } from './assignment.store.ts'
import { noSuchPromise } from './case.refusals.ts'
import { shownPromise } from './case-view.ts'
import { showLedger, summarise } from './ledger.actions.ts'
import { explainBroken, keepByHand, promiseByHand } from './promise.actions.ts'
import { promiseById } from './promise.store.ts'
import {
  changeCalendar,
  changePromises,
  changeRouting,
  showCalendar,
  showPromises,
  showRouting,
} from './settings.actions.ts'

async function show(db: Db, id: string, now: Instant): Promise<z.output<typeof CasePromise>> {
  const row = await promiseById(db, id)
  if (row === null) throw noSuchPromise()
  return shownPromise(row, now)
}

const postPromise = route({
  method: 'POST',
  path: '/api/v1/cases/:caseId/promises',
  who: can('case:answer'),
  summary: 'Promise the customer something by a moment: a call back, the next update …',
  params: z.object({ caseId }),
  body: MakePromise,
  reply: CasePromise,
  status: 201,
  run: async ({ params, body, user, db, now }) =>
    await show(db, await promiseByHand(db, { ...params, ...body, by: user.id, now }), now),
})

const getPromises = route({
  method: 'GET',
  path: '/api/v1/promises',
  who: can('case:read'),
  summary: 'The promise ledger, by due time, newest first',
  query: LedgerQuery,
  reply: LedgerPage,
  run: async ({ query, db, now }) => await showLedger(db, { ...query, now }),
})

const getSummary = route({
  method: 'GET',
  path: '/api/v1/promises/summary',
  who: can('case:read'),
  summary: 'Share of promises kept, lateness, and why they were broken',
  query: SummaryQuery,
  reply: PromiseSummary,
  run: async ({ query, db, now }) => await summarise(db, query, now),
})

const one = z.object({ promiseId })

const putKept = route({
  method: 'PUT',
  path: '/api/v1/promises/:promiseId/kept',
  who: can('case:answer'),
  summary: 'Say that a promise is fulfilled: called back, decided',
  params: one,
  reply: CasePromise,
  async run({ params, user, db, now }) {
    await keepByHand(db, { ...params, by: user.id, now })
    return await show(db, params.promiseId, now)
  },
})

const putReason = route({
  method: 'PUT',
  path: '/api/v1/promises/:promiseId/reason',
  who: can('case:answer'),
  summary: 'Say why a promise was broken',
  params: one,
  body: WhyBroken,
  reply: CasePromise,
  async run({ params, body, db, now }) {
    await explainBroken(db, { ...params, ...body })
    return await show(db, params.promiseId, now)
  },
})

const getPromiseSettings = route({
  method: 'GET',
  path: '/api/v1/settings/promises',
  who: can('case:read'),
  summary: 'The promise policies',
  reply: PromiseSettings,
  run: async ({ db }) => await showPromises(db),
})

const putPromiseSettings = route({
  method: 'PUT',
  path: '/api/v1/settings/promises',
  who: can('promise:change'),
  summary: 'Change the promise policies; they hold for promises made from now on',
  body: PromiseSettings,
  reply: PromiseSettings,
  run: async ({ body, user, db, now, origin }) =>
    await changePromises(db, body, { by: user.id, address: origin.address, now }),
})

const getCalendar = route({
  method: 'GET',
  path: '/api/v1/settings/calendar',
  who: can('case:read'),
  summary: 'Office hours, holidays and make-up days',
  reply: WorkCalendarShape,
  run: async ({ db }) => await showCalendar(db),
})

const putCalendar = route({
  method: 'PUT',
  path: '/api/v1/settings/calendar',
  who: can('promise:change'),
  summary: 'Change office hours, holidays and make-up days',
  body: WorkCalendarShape,
  reply: WorkCalendarShape,
  run: async ({ body, user, db, now, origin }) =>
    await changeCalendar(db, body, { by: user.id, address: origin.address, now }),
})

const getRouting = route({
  method: 'GET',
  path: '/api/v1/settings/routing',
  who: can('case:read'),
  summary: 'Which team gets what, and how much one person may have',
  reply: RoutingSettings,
  run: async ({ db }) => await showRouting(db),
})

const putRouting = route({
  method: 'PUT',
  path: '/api/v1/settings/routing',
  who: can('promise:change'),
  summary: 'Change which team gets what',
  body: RoutingSettings,
  reply: RoutingSettings,
  run: async ({ body, user, db, now, origin }) =>
    await changeRouting(db, body, { by: user.id, address: origin.address, now }),
})

const getLoads = route({
  method: 'GET',
  path: '/api/v1/loads',
  who: can('case:read'),
  summary: 'How many open cases each person has; nobody is given more than the load cap',
  reply: Loads,
  run: async ({ db }) => ({ items: await openByOwner(db), loadCap: (await showRouting(db)).loadCap }),
})

export const promiseRoutes: readonly Route[] = [
  getLoads,
  postPromise,
  getPromises,
  getSummary,
  putKept,
  putReason,
  getPromiseSettings,
  putPromiseSettings,
  getCalendar,
  putCalendar,
  getRouting,
  putRouting,
]
