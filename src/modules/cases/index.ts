/**
 * Cases: what we owe a customer after they speak.
 *
 * A voice that needs an answer opens a *case*, or joins an open one of the same matter. A case is *routed* to an *owner*,
 * acknowledged at once, and runs against *promises*, each a row that is kept or broken. It is *resolved* with an outcome
 * the customer reads; only their "yes" makes it *verified*, "no" opens it again, and silence merely closes it.
 *
 * Owns      tables cases, case_numbers, case_feedback, case_assignments, case_closures, case_steps, case_watchers,
 *           case_links, case_alarms, messages, promises, promise_policies, promise_settings, work_calendars,
 *           routing_rules, routing_settings, satisfaction_checks, reply_templates
 * Listens   feedback.understood, understanding.changed, feedback.set-aside, feedback.restored, mail.arrived, mail.failed, mail.bounced,
 *           workspace.created, person.left
 * Announces case.opened, case.joined, case.assigned, case.moved, case.replied, case.heard, case.noted, case.reread, case.resolved,
 *           case.verified, case.reopened, case.closed, case.alarmed, promise.kept, promise.broken
 * Start at  needs.ts, routing.ts, promise-policy.ts, promise.ts (rules), then opening.actions.ts and resolution.actions.ts
 */

export { acknowledge } from './acknowledgement.actions.ts'
export { handOver } from './assignment.actions.ts'
export {
  caseAlarmed,
  caseAssigned,
  caseClosed,
  caseHeard,
  caseJoined,
  caseMoved,
  caseNoted,
  caseOpened,
  caseReopened,
  caseReplied,
  caseReread,
  caseResolved,
  caseVerified,
  promiseBroken,
  promiseKept,
} from './case.events.ts'
export { caseById, caseOfVoice, voicesOf } from './case.store.ts'
export { newestCheck } from './check.store.ts'
export { isNegative } from './condition.ts'
export { addCustomerMessage, addNote, reply } from './conversation.actions.ts'
export { customerCases } from './customer-data.actions.ts'
export { needsAnAnswer } from './needs.ts'
export { type Opened, openOrJoin } from './opening.actions.ts'
export { say, showNotice, type Way, wayTo } from './outgoing.actions.ts'
export { promiseRules, workCalendar } from './promise.actions.ts'
export { queryCodeOf } from './query-code.ts'
export { answerCheck, closeBySilence, reopenByHand, resolve } from './resolution.actions.ts'
export { isMachineAddress } from './sender.ts'
export { moveByHand } from './stage.actions.ts'
export {
  answerByCode,
  answerByToken,
  type CheckShown,
  checkByToken,
  fileByCode,
  type StatusShown,
  statusByCode,
  writeByCode,
} from './status.actions.ts'
export { findBroken } from './sweep.actions.ts'
export { addTemplate } from './template.actions.ts'
