/**
 * Surveys: asking on purpose, and keeping what was answered tied to what was asked.
 *
 * A *survey* has a draft and frozen *versions*; a *response* is one person's *answers* to one version. Every complete
 * response is one *feedback* on the channel 'survey', written in the same commit, and goes through the same loop as
 * every other voice. What a question is and how it is read stands in shared/questions.
 *
 * Owns      tables surveys, survey_versions, responses, answers
 * Listens   to nothing
 * Announces survey.published, survey.answered
 * Start at  reading.ts (what came in), response.actions.ts (one commit), results.ts (figures), survey.actions.ts
 */
export { type AnsweredSurvey, answeredOn } from './answered.actions.ts'
export { type Filled, optionWords, type Reading, readFilled } from './reading.ts'
export { customerResponses, type Filling, type LinkFacts, takeResponse } from './response.actions.ts'
export { isFull, type Taken, takenBy } from './response.store.ts'
export { createSurvey, publishSurvey, saveDraft } from './survey.actions.ts'
export { surveyAnswered, surveyPublished } from './survey.events.ts'
export { answersDoNotFit, noSuchSurvey } from './survey.refusals.ts'
export { type AskedRow, askedRow, surveyRow, versionRow, whereIs } from './survey.store.ts'
export { TEMPLATES } from './templates/all.ts'
