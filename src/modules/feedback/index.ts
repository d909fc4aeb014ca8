/**
 * Feedback: what customers say, kept once and for good.
 *
 * A *feedback* is one voice at one moment on one channel. It is acknowledged when it is durable; many callers share
 * one commit. The same (channel, source id), or the same Idempotency-Key of one caller, is one feedback. It is never
 * edited, only understood, put *aside* and restored, or emptied when its customer is erased.
 *
 * Owns      tables feedback, feedback_scores, feedback_keys, feedback_attachments, set_asides; function receive_feedback
 * Announces feedback.received, feedback.received-quietly, feedback.set-aside, feedback.restored
 * Start at  row.ts (what is stored), receive.actions.ts (how), shared-commits.ts (why it is fast)
 */
export { customerFeedback } from './customer-data.actions.ts'
export { erasedAmong } from './customer-data.store.ts'
export { feedbackReceived, feedbackReceivedQuietly, feedbackRestored, feedbackSetAside } from './feedback.events.ts'
export { noSuchFeedback } from './feedback.refusals.ts'
export { feedbackExists, findByCode, type Voice, voicesOf } from './feedback.store.ts'
export { type Outcome, receiveFeedback, receiveFeedbackIn, refusalOf } from './receive.actions.ts'
export type { Incoming, Reception } from './row.ts'
export { restore, setAside } from './set-aside.actions.ts'
