import type { WordsOf } from '../say.ts'
import type { homeWords as source } from '../zh-CN/home.ts'

export const homeWords = {
  'home.period': 'Period',
  'home.days': { one: 'Last {n} day', other: 'Last {n} days' },
  'home.days-before': { one: '{n} day before', other: '{n} days before' },

  'home.echo': 'Echo rate',
  'home.echo-about':
    'Of the voices that asked for something and fell due in this period, the share answered or told the outcome in time.',
  'home.echo-none':
    'Nothing fell due in this period. Once someone complains, suggests or asks and the promised time passes, a figure stands here.',
  'home.echo-bar': 'Echo rate {rate}, 95% interval {low} to {high}',
  'home.asked': { one: '{n} voice asked', other: '{n} voices asked' },
  'home.of': '{count} of {n}',
  'home.answered': 'Answered',
  'home.told': 'Told the outcome',
  'home.behind': 'Where they stand',
  'home.waiting': 'Waiting, not due yet',
  'home.in-time': 'In time',
  'home.late': 'Late',
  'home.silent': 'Past 72 h without a word',
  'home.ledger': 'How promises are kept',

  'home.my-work': 'My work',
  'home.mine': 'My cases',
  'home.unassigned': 'Unassigned',
  'home.broken': 'Past their promise',
  'home.differs': {
    one: 'Two people differ over {n} voice; you decide',
    other: 'Two people differ over {n} voices; you decide',
  },
  'home.no-work': 'No case is waiting for you. New ones assigned to you show up here.',
  'home.others-late': 'Nothing waits for you; these are overdue.',
  'home.all-mine': 'See all',
  'home.or-more': '{n}+',

  'home.per-day': 'voices/day',
  'home.volume': {
    one: '{n} voice came in, {mean} a day on average',
    other: '{n} voices came in, {mean} a day on average',
  },
  'home.volume-negative': {
    one: '{n} voice came in, {mean} a day; {share} negative, {change}',
    other: '{n} voices came in, {mean} a day; {share} negative, {change}',
  },
  'home.more-negative': '{points} points more than the {n} days before',
  'home.less-negative': '{points} points less than the {n} days before',
  'home.same-negative': 'the same as the {n} days before',
  'home.nothing-before': 'nothing to compare with in the {n} days before',
  'home.day': 'Day',
  'home.volume-before': '{before} in the {n} days before. Press a bar to read that day.',

  'home.scores': 'Scores',
  'home.nps-about': 'Promoters less detractors, −100 to 100',
  'home.csat-about': 'Share of 4 and 5',
  'home.ces-about': 'Mean, 1 to 7, 7 is easiest',
  'home.no-score': 'Send a {kind} survey and a figure stands here.',

  'home.hurts': 'What hurts most',
  'home.hurts-empty': 'No voice was filed as negative in this period.',
  'home.category': 'Category',
  'home.negative': 'Negative',
  'home.negative-share': 'Share of the category',
  'home.change': 'Against {n} days before',
  'home.change-new': 'New',
  'home.change-same': 'Same',

  'home.channels': 'Where they come from',
  'home.channel': 'Channel',
  'home.more-channels': { one: '{n} more channel', other: '{n} more channels' },
  'home.voices': 'Voices',
  'home.channel-share': 'Negative share',

  'home.empty': 'No feedback yet',
  'home.empty-next': 'Connect a mailbox, import a file or send a survey. Figures begin with the first voice.',
  'home.quiet-period': {
    one: 'Nothing came in during the last {n} day. Try a longer period.',
    other: 'Nothing came in during the last {n} days. Try a longer period.',
  },

  'home.first-title': 'Begin with Huixiang',
  'home.first-about': 'Two steps. Both can be changed later in Settings.',
  'home.first-name': 'Name the workspace',
  'home.first-name-about': 'Usually the company or brand. Customers see it in surveys and mails.',
  'home.first-voices': 'Let the first voices in',
  'home.first-demo': 'Look at the demo first',
  'home.first-demo-about':
    'About 3,000 voices of an appliance brand over six months, with cases and improvements in every stage. It has a workspace of its own; your data stays untouched.',
  'home.first-load': 'Load the demo',
  'home.first-loading': '{share} loaded, {span} so far',
  'home.first-enter': 'Open the demo workspace',
  'home.first-failed': 'The demo was not loaded: {why}',
  'home.first-import': 'Import what you have',
  'home.first-import-about':
    'CSV, Excel or JSONL. Preview and try it before anything is written; the same file twice adds nothing.',
  'home.first-import-do': 'Choose a file',
  'home.first-survey': 'Make a survey',
  'home.first-survey-about': 'Begin with a template; the link is ready in minutes.',
  'home.first-survey-do': 'Choose a template',
  'home.first-skip': 'Skip',
} satisfies WordsOf<typeof source>
