import { type Misfit, Refusal, type RefusalCode } from '../../platform/errors.ts'

export const noSuchCase = () => new Refusal('not-found', 'case.not-found', 'There is no such case.')
export const noSuchFeedback = () => new Refusal('not-found', 'feedback.not-found', 'There is no such feedback.')
export const noSuchMessage = () =>
  new Refusal('not-found', 'message.not-found', 'There is no such message in this case.')
export const noSuchPromise = () => new Refusal('not-found', 'promise.not-found', 'There is no such promise.')
export const noSuchTemplate = () => new Refusal('not-found', 'template.not-found', 'There is no such template.')
export const notLinked = () => new Refusal('not-found', 'case.not-linked', 'These cases are not linked.')

export const alreadyResolved = () =>
  new Refusal('conflict', 'case.already-resolved', 'This case is already resolved or closed.')
export const notResolved = () =>
  new Refusal('conflict', 'case.not-resolved', 'This case is open, so there is nothing to reopen.')
export const caseEnded = () => new Refusal('conflict', 'case.ended', 'This case has ended. Reopen it first.')
export const mergedAway = () =>
  new Refusal('conflict', 'case.merged', 'This case was merged into another. Go on there.')
export const takenMeanwhile = (owner: string) =>
  new Refusal('conflict', 'case.taken', 'Someone else took this case a moment ago.', { owner })
export const movedOn = () =>
  new Refusal('conflict', 'case.moved-on', 'Something was said in this case meanwhile. Read it, then send again.')
export const notToItself = () =>
  new Refusal('conflict', 'case.same', 'A case cannot be merged into or linked with itself.')
export const nothingLeft = () =>
  new Refusal('conflict', 'case.nothing-left', 'At least one voice must stay with the case.')
export const promiseRuns = () =>
  new Refusal('conflict', 'promise.runs', 'A promise of this kind is running already. Keep it first.')
export const promiseSettled = () => new Refusal('conflict', 'promise.settled', 'This promise is settled already.')
export const notBroken = () =>
  new Refusal('conflict', 'promise.not-broken', 'This promise is not broken, so there is no reason to name.')
export const nothingSaid = () =>
  new Refusal(
    'conflict',
    'case.nothing-said',
    'Nobody said anything in words in this case, so there is nothing to answer.',
  )
export const tooShortToSum = (turns: number) =>
  new Refusal('conflict', 'case.too-short-to-sum', 'This conversation is short enough to be read.', { turns })
export const notRetryable = () =>
  new Refusal('conflict', 'message.not-failed', 'Only a mail that failed can be sent again.')

const misfit = (code: RefusalCode, message: string, errors: Misfit[]) =>
  new Refusal('invalid', code, message, {}, errors)

export const noteNeeded = () =>
  misfit('case.note-needed', 'Say why nothing is done: the customer reads it.', [
    { path: 'note', message: 'needed with no-action' },
  ])
export const cannotAnswer = () =>
  misfit('case.not-a-server', 'This person does not answer cases here.', [
    { path: 'person', message: 'not someone who answers cases' },
  ])
export const noSuchTeam = (path: string) =>
  misfit('team.not-found', 'There is no such team.', [{ path, message: 'no such team' }])
export const noSuchPerson = (path: string) =>
  misfit('person.not-found', 'There is no such person here.', [{ path, message: 'no such person' }])
export const noSuchFile = () =>
  misfit('file.not-found', 'An attachment is not there any more. Add it again.', [
    { path: 'attachments', message: 'no such file' },
  ])
export const notItsVoice = () =>
  misfit('case.not-its-voice', 'One of these voices is not in this case.', [
    { path: 'feedback', message: 'not in this case' },
  ])
export const durationNeeded = () =>
  misfit('promise.duration-needed', 'Settings know no time for this kind. Say by when.', [
    { path: 'dueAt', message: 'give a moment or a duration' },
  ])
export const dueInPast = () =>
  misfit('promise.in-the-past', 'A promise is about the future.', [
    { path: 'dueAt', message: 'must be later than now' },
  ])
export const neverOpen = () =>
  misfit('promise.never-due', 'The work calendar is not open so far ahead.', [
    { path: 'duration', message: 'ends after the calendar' },
  ])
export const misfits = (code: RefusalCode, message: string, errors: Misfit[]) => misfit(code, message, errors)
