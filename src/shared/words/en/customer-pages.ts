import type { WordsOf } from '../say.ts'
import type { customerPageWords as source } from '../zh-CN/customer-pages.ts'

export const customerPageWords = {
  'customer-pages.skip': 'Skip to content',
  'customer-pages.languages': 'Language',
  'customer-pages.made-with': 'Made with Huixiang',

  'customer-pages.optional': 'optional',
  'customer-pages.several': 'Choose as many as you like',
  'customer-pages.other': 'Other',
  'customer-pages.other-words': 'Other: what is it?',
  'customer-pages.point': '{point}, {words}',
  'customer-pages.contact': 'Would you like an answer? Leave an e-mail address or phone number',
  'customer-pages.contact-help':
    'We use it only to answer this feedback. Without it, you get a code after sending and can look up what came of it.',
  'customer-pages.leave-empty': 'Leave this field empty',

  'customer-pages.next': 'Next',
  'customer-pages.back': 'Back',
  'customer-pages.send': 'Send',
  'customer-pages.sending': 'Sending…',
  'customer-pages.progress': 'Step {at} of {of}',
  'customer-pages.restored': 'You had begun earlier; we kept what you filled in.',
  'customer-pages.start-over': 'Clear and start over',
  'customer-pages.offline':
    'There is no connection. Your answers are kept on this device and are sent once when it is back.',
  'customer-pages.retrying':
    'It has not gone through yet; trying again. Your answers are kept on this device and will not be sent twice.',
  'customer-pages.preview': 'This is a preview; nothing is sent.',

  'customer-pages.problems': { one: '{n} thing needs a look', other: '{n} things need a look' },
  'customer-pages.wrong-required': 'This question needs an answer.',
  'customer-pages.wrong-not-a-point': 'Choose one of the points given.',
  'customer-pages.wrong-not-an-option': 'Choose from the options given.',
  'customer-pages.wrong-only-one': 'Choose only one.',
  'customer-pages.wrong-other-empty': 'You chose “Other”; write what it is.',
  'customer-pages.wrong-too-long': 'This is too long; shorten it a little.',
  'customer-pages.wrong-contact':
    'This looks like neither an e-mail address nor a phone number. Begin numbers with + and the country code.',
  'customer-pages.wrong-empty': 'No question is answered yet, so nothing was sent.',

  'customer-pages.thanks': 'We have it. Thank you',
  'customer-pages.code': 'Your code',
  'customer-pages.code-help':
    'Write it down or take a screenshot. With this code you can see what came of it and add to it, without signing in.',
  'customer-pages.track': 'See what came of it',
  'customer-pages.thanks-next':
    'We read every answer. Where something needs doing, someone takes it on, and you can follow it with your code.',

  'customer-pages.missing': 'There is no such survey',
  'customer-pages.missing-next':
    'The link may have lost a part, or the survey has moved. Ask whoever gave it to you for the link again.',
  'customer-pages.closed': 'This survey is closed',
  'customer-pages.closed-next': 'It takes no more answers. If there is something you want to say, contact {name}.',
  'customer-pages.not-yet': 'This survey has not begun',
  'customer-pages.not-yet-next': 'It opens on {when}. Use the same link then.',
  'customer-pages.full': 'This survey is full',
  'customer-pages.full-next': 'It has as many answers as it set out for. Thank you for offering yours.',
  'customer-pages.not-sent': 'It was not sent',
  'customer-pages.too-many':
    'Too much was sent from this network address within a minute. Go back and send again in a minute; what you filled in is still there.',
  'customer-pages.away':
    'Our server cannot be reached just now. Go back and send again shortly; what you filled in is still there and will not be sent twice.',
  'customer-pages.unreadable': 'What arrived could not be read, and nothing was kept. Go back and send it again.',
  'customer-pages.lost': 'There is no such page',
  'customer-pages.lost-next':
    'Please check the address; a part of it may be missing. If a link of ours brought you here, tell us.',
  'customer-pages.too-often': 'Opened too often',
  'customer-pages.too-often-next': 'Wait a minute and reload. What you sent is safe.',
  'customer-pages.down': 'We cannot be reached just now',
  'customer-pages.down-next': 'Please reload in a little while. What you sent is not lost.',
  'customer-pages.refused': 'This page cannot be opened',
  'customer-pages.refused-next': 'Go back and try again; if it happens again, tell whoever gave you the link.',
  'customer-pages.broken': 'Something went wrong on this page',
  'customer-pages.broken-next':
    'What you sent is not lost. Try again in a little while; if it happens again, tell us the number {trace}.',
} as const satisfies WordsOf<typeof source>
