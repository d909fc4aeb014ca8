/**
 * Promises: what we owe a customer by when.
 *
 *   POST /api/v1/cases/{id}/promises       MakePromise → CasePromise (201)
 *   GET  /api/v1/promises                  the ledger (LedgerQuery → page of LedgerEntry), by due time, newest first
 *   GET  /api/v1/promises/summary          kept share, lateness, why (SummaryQuery → PromiseSummary); each of its
 *                                          counts is a list of the ledger: `end`, `kind`, `why`, `explained`
 *   PUT  /api/v1/promises/{id}/kept        done by hand: called back, decided by phone (→ CasePromise)
 *   PUT  /api/v1/promises/{id}/reason      why it was broken, in staff's words (→ CasePromise)
 *   GET · PUT /api/v1/settings/promises    PromiseSettings
 *   GET · PUT /api/v1/settings/calendar    WorkCalendarShape
 *   GET · PUT /api/v1/settings/routing     RoutingSettings
 *   GET  /api/v1/loads                     who has how many open cases (→ Loads)
 * What GET answers may be put back as it is.
 */
import { z } from 'zod'
import { CaseItem, CasePromise, promiseKind, promiseState } from './cases.ts'
import { misfit } from './misfit.ts'
import { plainText } from './plain.ts'
import {
  channel,
  Interval,
  intentLabel,
  moment,
  Paging,
  pageOf,
  personId,
  sentimentLabel,
  teamId,
  urgencyLabel,
} from './values.ts'

const isoDuration = plainText(60).meta({ description: 'ISO 8601 duration, for example PT24H, PT30S, P7D, P1M' })

/** Every condition given must hold; within one, any member. No condition: holds for all. */
export const Conditions = z.strictObject({
  channels: z.array(channel).min(1).optional(),
  intents: z.array(intentLabel).min(1).optional(),
  sentiments: z.array(sentimentLabel).min(1).optional(),
  urgencies: z.array(urgencyLabel).min(1).optional(),
  /** Category keys; a key covers those below it. */
  categories: z.array(plainText(200)).min(1).optional(),
  tiers: z.array(plainText(80)).min(1).optional(),
  /** BCP 47, a language covers its variants (`zh` covers `zh-TW`). */
  languages: z.array(plainText(35)).min(1).optional(),
  /** A negative voice: negative sentiment, complaint, churn threat or low score. */
  negative: z.boolean().optional(),
  /** The customer asked to be called (`facts.callBack` of the feedback). */
  wantsCall: z.boolean().optional(),
})

/** The first policy of a kind whose conditions hold decides; a kind without one is not promised. */
export const PromisePolicy = z.strictObject({
  kind: promiseKind,
  duration: isoDuration,
  basis: z.enum(['clock', 'calendar']).default('clock'),
  when: Conditions.default({}),
})

export const PromiseSettings = z.strictObject({
  policies: z.array(PromisePolicy).max(100),
  /** The red line: so long without a person's word raises the alarm. */
  silence: isoDuration.default('PT72H'),
})

const officeHours = z.strictObject({ opens: plainText(5), closes: plainText(5) })

/** Office hours, Monday first; `closed` and `working` are the organisation's own days and outrank public ones. */
export const WorkCalendarShape = z.strictObject({
  zone: plainText(60),
  week: z.array(z.array(officeHours).max(6)).length(7),
  publicHolidays: z.enum(['cn', 'none']),
  closed: z.array(z.iso.date()).max(500).default([]),
  working: z.array(z.iso.date()).max(500).default([]),
  makeUpHours: z.array(officeHours).max(6).optional(),
})

/** First rule whose conditions hold names the team; then round robin among its people who are here. */
export const RoutingRule = z.strictObject({
  name: plainText(80).trim().default(''),
  when: Conditions.default({}),
  team: teamId,
})
export const RoutingSettings = z.strictObject({
  rules: z.array(RoutingRule).max(100),
  /** The team of what no rule names; null: everyone who answers. */
  otherwise: teamId.nullable().default(null),
  /** Nobody is given more open cases than this; the rest waits in the team's pool. */
  loadCap: z.number().int().min(1).max(10_000).default(40),
})

/** Open cases by person; who has none is left out. */
export const Loads = z.strictObject({
  items: z.array(z.strictObject({ person: personId, open: z.number().int() })),
  loadCap: z.number().int(),
})

/** What is owed, by a duration (of the policy when left out) or by a named moment. */
export const MakePromise = z
  .strictObject({
    kind: promiseKind,
    duration: isoDuration.optional(),
    basis: z.enum(['clock', 'calendar']).optional(),
    dueAt: moment.optional(),
  })
  .refine((asked) => asked.duration === undefined || asked.dueAt === undefined, {
    path: ['dueAt'],
    error: 'Give a duration or a moment, not both.',
    params: misfit('duration-or-moment'),
  })

export const WhyBroken = z.strictObject({ why: plainText(500).trim() })

const period = {
  from: moment.optional(),
  to: moment.optional(),
  kind: promiseKind.optional(),
  team: teamId.optional(),
}

/** What became of a promise, as the summary counts it: broken is also what was done too late. */
export const promiseEnd = z.enum(['kept', 'broken', 'open', 'paused'])
export type PromiseEnd = z.output<typeof promiseEnd>

/** Promises that fell or fall due in [from, to). */
export const LedgerQuery = Paging.extend({
  ...period,
  state: promiseState.optional(),
  end: promiseEnd.optional(),
  /** Broken for exactly this reason. */
  why: plainText(500).trim().optional(),
  /** Broken, and whether anyone said why. */
  explained: z.enum(['yes', 'no']).optional(),
})
export const LedgerEntry = CasePromise.extend({
  case: CaseItem.pick({ id: true, number: true, subject: true, stage: true, owner: true, team: true }),
  /** Milliseconds from due to done; null when not late or not done yet. */
  lateness: z.number().nullable(),
})
export const LedgerPage = pageOf(LedgerEntry)

export const SummaryQuery = z.strictObject(period)
export const PromiseSummary = z.strictObject({
  /** Promises whose end is known: kept, or past their time. */
  ended: z.number().int(),
  kept: z.number().int(),
  broken: z.number().int(),
  open: z.number().int(),
  paused: z.number().int(),
  rate: z.number().nullable(),
  interval: Interval.nullable(),
  /** Lateness in ms of the broken that were made good; null when there are none. */
  lateness: z.strictObject({ p50: z.number(), p90: z.number(), n: z.number().int() }).nullable(),
  byKind: z.array(
    z.strictObject({
      kind: promiseKind,
      ended: z.number().int(),
      kept: z.number().int(),
      broken: z.number().int(),
      rate: z.number().nullable(),
      interval: Interval.nullable(),
    }),
  ),
  /** The 50 most frequent reasons. */
  why: z.array(z.strictObject({ why: z.string(), n: z.number().int() })),
  /** Broken, and nobody said why. */
  unexplained: z.number().int(),
})
