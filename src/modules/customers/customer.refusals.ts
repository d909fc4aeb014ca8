import { type Misfit, Refusal } from '../../platform/errors.ts'

export const noSuchCustomer = () => new Refusal('not-found', 'customer.not-found', 'There is no such customer.')
export const noSuchMerge = () =>
  new Refusal('not-found', 'customer.merge-not-found', 'There is no such merge, or it was undone already.')
export const sameCustomer = () => new Refusal('conflict', 'customer.same', 'These two are one customer already.')
export const noSuchOwner = () =>
  new Refusal('invalid', 'customer.owner-unknown', 'The owner must be a member of this workspace.', {}, [
    { path: 'owner', message: 'no such member' },
  ])
export const wrongIdentity = (errors: readonly Misfit[]) =>
  new Refusal('invalid', 'body.invalid', errors[0]?.message ?? 'An identity does not fit.', {}, errors)
