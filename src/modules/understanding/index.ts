/**
 * Understanding: what a voice means.
 *
 * Every feedback is *read* by the engine in batches beside the requests: language, *sentiment*, *intent*, urgency,
 * *aspects* in the workspace's *categories*. What is found is derived and can be made again; what a person *corrects*
 * is kept and wins. People *judge* what the engine doubts; what they say otherwise is *learned* on top of it.
 *
 * Owns      tables categories, category_changes, category_examples, category_fits, understandings, aspects, feedback_categories, corrections, judgements, open_reviews,
 *           learned_versions, reading_settings, splits, voice_signatures, outside_model_settings, outside_model_months, outside_calls
 * Listens   feedback.received, feedback.received-quietly, feedback.set-aside, feedback.restored, workspace.created
 * Announces feedback.understood, understanding.changed
 * Start at  understand.actions.ts (the way of a voice), finding.ts, category-tree.ts (rules), review.actions.ts,
 *           learning.actions.ts (what people say, and what is learned from it)
 */
export { addCategory, ensureTaxonomy } from './category.actions.ts'
export { allCategories, type Category } from './category.store.ts'
export { addExamples, customerExamples } from './category-example.actions.ts'
export { familyOfCategory } from './category-tree.ts'
export { correct } from './correction.actions.ts'
export { customerOutsideCalls, customerUnderstanding } from './customer-data.actions.ts'
export { askOutside, outsideState, proposeThemeName } from './outside-model.actions.ts'
export type { Prompt } from './outside-model.ts'
export { askBack, questionsAbout } from './question.actions.ts'
export { questionNamed, reasonsIn, type ValueRow, valueItem, valueView } from './reading-aids.ts'
export { hasLowScore } from './score.ts'
export { bandsOf } from './signature.ts'
export { followOwed, understand, understandAnew } from './understand.actions.ts'
export { feedbackUnderstood, understandingChanged } from './understanding.events.ts'
export { understandingsOf } from './understanding.store.ts'
