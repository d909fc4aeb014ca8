import { type Misfit, Refusal } from '../../platform/errors.ts'

export const doesNotFit = (errors: readonly Misfit[]) =>
  new Refusal(
    'invalid',
    'body.invalid',
    `The body does not fit${errors[0]?.path ? ` at ${errors[0].path}` : ''}: ${errors[0]?.message ?? 'unknown reason'}`,
    {},
    errors,
  )

export const tooBusy = () =>
  new Refusal(
    'unavailable',
    'feedback.busy',
    'More feedback is arriving than can be stored just now. Nothing was stored; try again shortly.',
    { retryAfter: 2 },
  )

/** A row that the database alone refused: the contract let something through that it should not. */
export const notStored = () =>
  new Refusal('invalid', 'feedback.not-stored', 'This feedback could not be stored as it is. The others were.')

export const noSuchFeedback = () => new Refusal('not-found', 'feedback.not-found', 'There is no such feedback.')
export const notSetAside = () => new Refusal('not-found', 'feedback.not-set-aside', 'This feedback is not set aside.')
