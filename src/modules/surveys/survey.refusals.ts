import { type Misfit, Refusal } from '../../platform/errors.ts'

export const noSuchSurvey = () => new Refusal('not-found', 'survey.not-found', 'There is no such survey.')
export const noSuchTemplate = (template: string) =>
  new Refusal('invalid', 'survey.template-unknown', 'There is no such template.', { template }, [
    { path: 'template', message: 'not one of GET /api/v1/surveys/templates' },
  ])
export const changedMeanwhile = () =>
  new Refusal('conflict', 'survey.changed', 'Somebody else has changed this survey since you opened it. Open it again.')
export const slugTaken = (slug: string) =>
  new Refusal('conflict', 'survey.slug-taken', 'Another survey has this address.', { slug })
export const notReady = (errors: readonly Misfit[]) =>
  new Refusal('invalid', 'survey.not-ready', 'The survey cannot be published yet.', { n: errors.length }, errors)
export const neverPublished = () =>
  new Refusal('conflict', 'survey.never-published', 'This survey was never published.')
export const hasAnswers = () =>
  new Refusal('conflict', 'survey.has-answers', 'This survey has been answered. Close it instead of deleting it.')

/** The public ones: what a respondent is told. */
export const surveyNotOpen = (why: 'closed' | 'not-yet' | 'over' | 'full') =>
  new Refusal('conflict', `survey.${why}`, 'This survey takes no answers at the moment. Nothing was stored.')
export const answersDoNotFit = (errors: readonly Misfit[]) =>
  new Refusal('invalid', 'response.invalid', 'Some answers do not fit.', {}, errors)
export const badContact = () =>
  answersDoNotFit([{ path: 'contact', message: 'want an e-mail address or a phone number' }])
