import { Refusal } from '../../platform/errors.ts'
import type { PasswordFault } from './password-rules.ts'
import { LONGEST, SHORTEST } from './password-rules.ts'

export const wrongCredentials = () =>
  new Refusal('unauthenticated', 'session.wrong-credentials', 'The e-mail address or the password is wrong.')
export const codeRequired = () =>
  new Refusal('unauthenticated', 'session.code-required', 'The second factor is still needed.')
export const wrongCode = () =>
  new Refusal(
    'unauthenticated',
    'session.wrong-code',
    'The code is wrong, too old or used already. Enter the one shown now.',
  )
export const noWorkspace = () =>
  new Refusal('forbidden', 'session.no-workspace', 'This account belongs to no workspace any more.')
export const wrongPassword = () =>
  new Refusal('forbidden', 'password.wrong', 'The present password is wrong.', {}, [
    { path: 'password', message: 'This is not the present password.' },
  ])

const FAULTS: Record<PasswordFault, string> = {
  'too-short': `The password needs at least ${SHORTEST} characters.`,
  'too-long': `The password may have at most ${LONGEST} characters.`,
  'too-plain': 'The password repeats too few characters.',
  'too-common': 'This password is among the first that are tried.',
  'like-email': 'The password must not be the e-mail address.',
}
export const weakPassword = (fault: PasswordFault, path: string) =>
  new Refusal('invalid', `password.${fault}`, FAULTS[fault], { shortest: SHORTEST, longest: LONGEST }, [
    { path, message: FAULTS[fault] },
  ])

export const emailTaken = () =>
  new Refusal('conflict', 'person.email-taken', 'Another account has this e-mail address.', {}, [
    { path: 'email', message: 'Another account has this e-mail address.' },
  ])

export const unknownKey = () => new Refusal('unauthenticated', 'key.unknown', 'This API key is unknown or was revoked.')
export const personNeeded = () =>
  new Refusal('forbidden', 'person.needed', 'This is for people who are signed in, not for API keys.')

/** A link that was used, is too old, or never was: all look alike. */
export const deadLink = () =>
  new Refusal('not-found', 'link.dead', 'This link was used already, is too old or is not right.')
export const alreadySetUp = () =>
  new Refusal('conflict', 'setup.done', 'This installation is set up already. Sign in instead.')

export const noSuchPerson = () => new Refusal('not-found', 'person.not-found', 'There is no such person here.')
export const lastOwner = () =>
  new Refusal('conflict', 'person.last-owner', 'A workspace needs an owner: make somebody else an owner first.')
export const aboveYou = () =>
  new Refusal('forbidden', 'person.above-you', 'Only those of at least that role may do this.')
export const alreadyHere = () =>
  new Refusal('conflict', 'invitation.already-here', 'This person belongs to the workspace already.', {}, [
    { path: 'email', message: 'This person belongs to the workspace already.' },
  ])
export const noSuchInvitation = () =>
  new Refusal('not-found', 'invitation.not-found', 'There is no such open invitation.')
export const noSuchSession = () => new Refusal('not-found', 'session.not-found', 'There is no such session.')

export const noSuchTeam = () => new Refusal('not-found', 'team.not-found', 'There is no such team.')
export const teamNameTaken = (name: string) =>
  new Refusal('conflict', 'team.name-taken', 'Another team has this name.', { name }, [
    { path: 'name', message: 'Another team has this name.' },
  ])
export const strangersInTeam = () =>
  new Refusal('invalid', 'team.strangers', 'A team takes only people of this workspace.', {}, [
    { path: 'memberIds', message: 'Not all of these belong to the workspace.' },
  ])
export const leadOutsideTeam = () =>
  new Refusal('invalid', 'team.lead-outside', 'The lead of a team is one of its members.', {}, [
    { path: 'leadId', message: 'The lead is not a member of the team.' },
  ])
export const teamInUse = () =>
  new Refusal('conflict', 'team.in-use', 'Cases stand with this team. Move them before you remove it.')

export const noSuchKey = () => new Refusal('not-found', 'key.not-found', 'There is no such key.')

export const slugTaken = (slug: string) =>
  new Refusal('conflict', 'workspace.slug-taken', 'Another workspace has this short name.', { slug }, [
    { path: 'slug', message: 'Another workspace has this short name.' },
  ])
export const noSuchWorkspace = () => new Refusal('not-found', 'workspace.not-found', 'There is no such workspace.')

export const factorOn = () =>
  new Refusal('conflict', 'factor.on', 'The second factor is on already. Take it off first to set another.')
export const factorOff = () => new Refusal('conflict', 'factor.off', 'The second factor is not on.')
export const noPendingFactor = () => new Refusal('conflict', 'factor.not-begun', 'Begin the second factor first.')
export const factorCodeWrong = () =>
  new Refusal(
    'invalid',
    'factor.wrong-code',
    'The code does not fit. Check the clock of the phone and enter the one shown now.',
    {},
    [{ path: 'code', message: 'This is not the code shown now.' }],
  )

export const noSuchLetter = () =>
  new Refusal('not-found', 'dead-letter.not-found', 'This work is no longer waiting here.')
