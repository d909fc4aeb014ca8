/**
 * Improvements: changes meant to remove a cause, and whether they did.
 *
 * An *improvement* answers *voices* (linked feedback), from which its reach is counted and its priority explained. It
 * moves through *stages*; before it ships, the *plan* of its check is frozen (metric, filter, two windows) and never
 * changed. When the window after shipping has passed, a job computes the *result* once: `worked` makes it verified,
 * anything else opens it again, and too few voices decide nothing. Every *round* stays on record.
 *
 * Owns      tables improvements, improvement_numbers, improvement_feedback, improvement_steps, verifications,
 *           verification_results
 * Listens   to nothing; the job `improvements.verify` looks every minute
 * Announces improvement.created, .changed, .moved, .linked, .unlinked, .frozen, .shipped, .verified, .published
 * Start at  stage.ts, priority.ts and metric.ts (rules), verification.actions.ts (freezing), decision.actions.ts
 */
export { decideDue } from './decision.actions.ts'
export { type Act, type Creation, changeImprovement, createImprovement, moveStage } from './improvement.actions.ts'
export {
  improvementLinked,
  improvementPublished,
  improvementShipped,
  improvementVerified,
} from './improvement.events.ts'
export { noSuchImprovement } from './improvement.refusals.ts'
export { type ImprovementRow, improvementById } from './improvement.store.ts'
export { type Linked, linkVoices, unlinkVoice } from './link.actions.ts'
export { improvementsOf, linkedIds } from './link.store.ts'
export { fillPlaces, type NoticeValues, unknownPlacesIn } from './notice-places.ts'
export { publishImprovement } from './public.actions.ts'
export { type PublicRow, type PublicWords, publicImprovement, publicImprovements, publishable } from './public.store.ts'
export { saidResult } from './reading.actions.ts'
export { freezePlan, readPlan } from './verification.actions.ts'
