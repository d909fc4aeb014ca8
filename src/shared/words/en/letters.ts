import type { WordsOf } from '../say.ts'
import type { letterWords as zhCN } from '../zh-CN/letters.ts'

export const letterWords = {
  'letter.hello': 'Hello {name},',
  'letter.hello-you': 'Hello,',
  'letter.ack.subject': 'We have your feedback, number {code}',
  'letter.ack.by': 'We have your feedback, number {code}. We will answer by {due}.',
  'letter.ack.open': 'We have your feedback, number {code}. We will tell you what comes of it.',
  'letter.link': '{label}: {link}',
  'letter.code': 'Number',
  'letter.progress': 'See where it stands, or add something',
  'letter.answer-here': 'You can also just reply to this mail.',
  'letter.reply.subject': 'About your feedback (number {code})',
  'letter.resolved.subject': 'What came of your feedback (number {code})',
  'letter.resolved.resolved': 'What you told us about has been put right.',
  'letter.resolved.explained': 'Here is our answer to what you told us.',
  'letter.resolved.no-action': 'We will not change this for now. Here is why.',
  'letter.check.ask': 'Is it solved for you? Please tell us.',
  'letter.check.link': 'Answer “solved” or “not yet”',
  'letter.check.until':
    'If we have not heard from you by {until}, we close this for now; write again at any time and we will go on with it.',
} as const satisfies WordsOf<typeof zhCN>
