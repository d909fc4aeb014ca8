import type { WordsOf } from '../say.ts'
import type { sessionWords as source } from '../zh-CN/session.ts'

export const sessionWords = {
  'session.sign-in': 'Sign in',
  'session.email': 'E-mail',
  'session.password': 'Password',
  'session.name': 'Name',
  'session.lost': 'Forgot your password?',
  'session.second-factor': 'Enter your code',
  'session.second-factor-about':
    'Open your authenticator and enter the 6 digits it shows. Without your phone, use a recovery code.',
  'session.code': 'Code or recovery code',
  'session.go-on': 'Continue',
  'session.other-account': 'Use another account',
  'session.to-sign-in': 'Go to sign-in',
  'session.setup': 'Set up Huixiang',
  'session.setup-about': 'You are the first one here and will be the owner. You can invite others later.',
  'session.workspace-name': 'Workspace name',
  'session.workspace-about': 'Usually the name of the company or brand. Customers will see it.',
  'session.password-about': 'A few unrelated words in a row are safer than something short and hard to remember.',
  'session.begin': 'Begin',
  'session.setup-dead':
    'The set-up link was used already or is not right. If you just installed, look for the latest link that the server printed.',
  'session.join': 'Join {workspace}',
  'session.join-about': 'You will join as {role} and sign in with {email}.',
  'session.accept': 'Join',
  'session.join-dead':
    'The invitation was used, has expired or was withdrawn. Ask the person who invited you to send it again.',
  'session.dead-link': 'This link no longer works',
  'session.reset': 'Reset your password',
  'session.reset-about': 'Enter the e-mail you sign in with and we will send a link there.',
  'session.send-link': 'Send the link',
  'session.look-in-mail': 'Look in your mail',
  'session.look-in-mail-about':
    'If {email} has an account, a mail with a link arrives within minutes. If not, look in your spam folder.',
  'session.new-password': 'New password',
  'session.set-password': 'Set password',
  'session.password-set': 'Your new password is set',
  'session.password-set-about': 'All other devices have been signed out. Sign in with the new password.',
  'session.reset-dead': 'This link was used already or has expired. You can ask for another on the sign-in page.',

  'problem.session.wrong-credentials': 'E-mail or password is not right.',
  'problem.session.code-required': 'A code is needed as well.',
  'problem.session.wrong-code': 'The code is not right or has expired. Enter the digits shown now.',
} as const satisfies WordsOf<typeof source>
