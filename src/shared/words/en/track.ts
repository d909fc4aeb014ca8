import type { WordsOf } from '../say.ts'
import type { trackWords as zhCN } from '../zh-CN/track.ts'

export const trackWords = {
  'track.title': 'Your feedback',
  'track.number': 'Number {code}',
  'track.find': 'Enter your number to see where it stands',
  'track.find.hint':
    'It was shown after you wrote to us, or stands in our mail, like 8F3K-27QW-MN5P. Capitals and spaces do not matter.',
  'track.find.button': 'Look it up',
  'track.unknown': 'We do not find this number. Please check it; if you sent it just now, look again in a minute.',
  'track.received': 'We have it and are reading it.',
  'track.stage.new': 'We have it and are finding the right person.',
  'track.stage.acknowledged': 'We have it and are finding the right person.',
  'track.stage.working': 'Someone is working on it.',
  'track.stage.waiting': 'We are waiting for your answer.',
  'track.stage.resolved': 'We think it is solved and wait for your word.',
  'track.stage.verified': 'You told us that it is solved.',
  'track.stage.closed': 'This is closed. Write again and we will go on with it.',
  'track.promise.first-answer': 'We will answer by {due}.',
  'track.promise.resolution': 'You will have a result by {due}.',
  'track.promise.decision': 'You will have our decision and the reason by {due}.',
  'track.promise.call-back': 'We will call you back by {due}.',
  'track.promise.next-update': 'You will hear from us again by {due}.',
  'track.late.first-answer':
    'We should have answered by {due}. We are late, and sorry. Someone has been told to hurry.',
  'track.late.resolution':
    'You should have had a result by {due}. We are late, and sorry. Someone has been told to hurry.',
  'track.late.decision':
    'You should have had our decision by {due}. We are late, and sorry. Someone has been told to hurry.',
  'track.late.call-back': 'We should have called you by {due}. We are late, and sorry. Someone has been told to hurry.',
  'track.late.next-update':
    'You should have heard from us by {due}. We are late, and sorry. Someone has been told to hurry.',
  'track.you-said': 'What you said',
  'track.only-score': 'You gave a score and no words.',
  'track.messages': 'Messages',
  'track.from.you': 'You',
  'track.notices': 'What came of it',
  'track.answer': 'Add something or answer',
  'track.answer.hint': 'To the person who works on it',
  'track.send': 'Send',
  'track.sent': 'We have what you added.',
  'track.empty': 'There is nothing to send yet. Write a few words first.',
  'track.check.ask': 'Is it solved for you?',
  'track.check.yes': 'Solved',
  'track.check.no': 'Not yet',
  'track.check.comment': 'Anything to add (optional)',
  'track.check.thanks-yes': 'Thank you for telling us.',
  'track.check.thanks-no': 'Understood. It is open again and we will go on with it.',
  'track.check.answered': 'This question has been answered already.',
  'track.check.gone': 'This link is no longer good. You can still look up your feedback by its number.',
  'track.check.see': 'See where it stands',
} as const satisfies WordsOf<typeof zhCN>
