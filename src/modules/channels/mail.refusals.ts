import { Refusal } from '../../platform/errors.ts'

export const noSuchMailbox = () => new Refusal('not-found', 'mailbox.not-found', 'There is no such mailbox.')
export const mailboxTaken = (address: string) =>
  new Refusal('conflict', 'mailbox.taken', 'This address is already set up as a mailbox.', { address })
export const passwordNeeded = () =>
  new Refusal('invalid', 'mailbox.password-needed', 'A new mailbox needs its password.', {}, [
    { path: 'password', message: 'Enter the password or authorisation code.' },
  ])
