import { type Misfit, Refusal, type RefusalCode } from '../../platform/errors.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { isoOf } from '../../shared/time/instant.ts'
import type { PlanFault } from './plan.ts'
import type { MoveRefused, Stage } from './stage.ts'

export const noSuchImprovement = () =>
  new Refusal('not-found', 'improvement.not-found', 'There is no such improvement.')
export const notLinked = () =>
  new Refusal('not-found', 'improvement.not-linked', 'This voice is not linked to this improvement.')
export const noPlan = () => new Refusal('not-found', 'verification.not-frozen', 'No verification plan is frozen yet.')

const WHY: Record<MoveRefused, string> = {
  'same-stage': 'It stands there already.',
  'no-such-move': 'It cannot be moved there from here.',
  'only-by-verdict': 'Only the result of its verification decides this.',
  'reason-missing': 'Say why: those who work on it read it.',
  'plan-not-frozen': 'Freeze a verification plan first: without one, nobody can tell whether it worked.',
}

export function moveRefused(why: MoveRefused, from: Stage, to: Stage): Refusal {
  const facts = { from, to }
  if (why !== 'reason-missing') return new Refusal('conflict', `improvement.${why}`, WHY[why], facts)
  return new Refusal('invalid', 'improvement.reason-missing', WHY[why], facts, [
    { path: 'reason', message: 'needed for this move' },
  ])
}

export const planOvertaken = (from: Instant) =>
  new Refusal(
    'conflict',
    'improvement.plan-overtaken',
    'The window after shipping has begun already. Freeze a new plan with a later one.',
    {
      from: isoOf(from),
    },
  )
export const beforeStillRuns = (until: Instant) =>
  new Refusal(
    'conflict',
    'improvement.before-still-runs',
    'The window before shipping still runs; shipping now would mix the two.',
    {
      until: isoOf(until),
    },
  )

export const planFrozen = (hash: string) =>
  new Refusal('conflict', 'verification.frozen', 'The plan is frozen and cannot be changed any more.', { hash })
export const notOpenForPlans = (stage: Stage) =>
  new Refusal('conflict', 'verification.not-open', 'In this stage no plan can be frozen.', { stage })

const misfit = (code: RefusalCode, message: string, errors: Misfit[]) =>
  new Refusal('invalid', code, message, {}, errors)

export const unsoundPlan = (faults: readonly PlanFault[]) =>
  misfit(
    'verification.unsound',
    'This plan would prove nothing as it stands.',
    faults.map(({ path, code }) => ({ path, message: code })),
  )
export const noSuchOwner = () =>
  misfit('person.not-found', 'There is no such person here.', [{ path: 'owner', message: 'no such person' }])
export const noSuchCategory = () =>
  misfit('category.not-found', 'There is no such category.', [{ path: 'category', message: 'no such category' }])
export const noSuchCase = () =>
  misfit('case.not-found', 'There is no such case.', [{ path: 'case', message: 'no such case' }])
export const unknownPlaces = (names: readonly string[]) =>
  misfit(
    'notice.unknown-place',
    'The notice names a place that does not exist.',
    names.map((name) => ({
      path: 'notice',
      message: `{{${name}}}`,
      code: 'unknown-place',
      facts: { place: name },
    })),
  )
