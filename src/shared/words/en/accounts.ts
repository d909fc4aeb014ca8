import type { WordsOf } from '../say.ts'
import type { accountsWords as source } from '../zh-CN/accounts.ts'

export const accountsWords = {
  'accounts.invite-subject': '{by} invites you to {workspace}',
  'accounts.invite-text':
    '{by} invites you to join the Huixiang workspace “{workspace}” as {role}. Open this link and set your name and a password to begin:',
  'accounts.invite-open': 'Join {workspace}',
  'accounts.invite-end': {
    one: 'The link works for {n} day, and once. If you do not know who invited you, you can ignore this mail.',
    other: 'The link works for {n} days, and once. If you do not know who invited you, you can ignore this mail.',
  },
  'accounts.reset-subject': 'Set a new password',
  'accounts.reset-text':
    'Hello {name}. Somebody asked for a new password for this address. If it was you, open this link:',
  'accounts.reset-open': 'Set a new password',
  'accounts.reset-end':
    'The link works for 1 hour, and once. If it was not you, there is nothing to do; your password stays as it is.',
  'accounts.moved-subject': 'Your sign-in address was changed',
  'accounts.moved-text':
    'Hello {name}, you now sign in to Huixiang with {email}, and notices go there too. Nothing more comes to this address.',
  'accounts.moved-end': 'If you did not change it, tell an administrator of the workspace at once.',
  'accounts.digest-subject': {
    one: '{workspace}: {n} thing waits for you',
    other: '{workspace}: {n} things wait for you',
  },
  'accounts.digest-text': {
    one: 'Good morning {name}. Since yesterday there is {n} thing about you that you have not read:',
    other: 'Good morning {name}. Since yesterday there are {n} things about you that you have not read:',
  },
  'accounts.digest-more': { one: '{n} more is in Huixiang.', other: '{n} more are in Huixiang.' },
  'accounts.digest-end': 'You can turn off this daily mail here',

  'notification.alarm': 'Alert: {title}',
  'notification.import-done': 'Import finished: {name}, {added} added, {refused} refused',
  'notification.verdict': 'An improvement has its verdict: {title}',

  'problem.session.no-workspace': 'This account no longer belongs to any workspace. Ask an administrator.',
  'problem.session.cross-site': 'This request did not come from a page of Huixiang and was not carried out.',
  'problem.session.needed': 'Sign in first.',
  'problem.password.wrong': 'The present password is wrong.',
  'problem.password.too-short': 'A password needs at least {shortest} characters.',
  'problem.password.too-long': 'A password may have at most {longest} characters.',
  'problem.password.too-plain': 'This password repeats too few characters and is easily guessed.',
  'problem.password.too-common':
    'This password is among the first that are tried. Put a few unrelated words together instead.',
  'problem.password.like-email': 'The password must not be the e-mail address.',
  'problem.link.dead': 'This link was used already, is too old or is not right.',
  'problem.setup.done': 'This installation is set up already. Sign in instead.',
  'problem.person.not-found': 'There is no such person in this workspace.',
  'problem.person.email-taken': 'Another account has this e-mail address.',
  'problem.person.last-owner': 'A workspace needs an owner. Make somebody else an owner first.',
  'problem.person.above-you': 'This concerns a role above your own. Ask an owner.',
  'problem.person.needed': 'This is for people who are signed in, not for API keys.',
  'problem.invitation.already-here': 'This person belongs to the workspace already.',
  'problem.invitation.not-found': 'The invitation was accepted or taken back.',
  'problem.team.name-taken': 'There is a team called “{name}” already.',
  'problem.team.strangers': 'A team takes only people of this workspace.',
  'problem.team.lead-outside': 'The lead of a team is one of its members.',
  'problem.team.in-use': 'Cases still stand with this team. Move them first.',
  'problem.key.unknown': 'This API key is wrong or was revoked.',
  'problem.key.read-only': 'This API key may only read.',
  'problem.workspace.slug-taken': 'Another workspace has the short name “{slug}”.',
  'problem.factor.wrong-code': 'The code is wrong. Check the clock of your phone and enter the digits shown now.',
  'problem.factor.on': 'Two-step sign-in is on already. To change the device, turn it off and set it up again.',
  'problem.factor.off': 'Two-step sign-in is not on.',
  'problem.factor.not-begun': 'Begin setting up two-step sign-in again.',
  'problem.permission.missing': 'Your role does not include this. An administrator can change that.',
  'problem.rate.exceeded': 'Too many tries in a short time. Wait a little.',
  'problem.dead-letter.not-found': 'This work is no longer here; somebody may have dealt with it.',
} as const satisfies WordsOf<typeof source>
