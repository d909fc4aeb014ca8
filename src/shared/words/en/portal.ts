import type { WordsOf } from '../say.ts'
import type { portalWords as source } from '../zh-CN/portal.ts'

export const portalWords = {
  'portal-page.title': 'What we heard, what we did, what came of it',
  'portal-page.lead': 'You tell us, we change it, then we check with numbers. What did not help is written here too.',
  'portal-page.heard': 'What we heard',
  'portal-page.did': 'What we did',
  'portal-page.doing': 'What we are doing',
  'portal-page.came': 'What came of it',
  'portal-page.voices': { one: 'From {n} voice', other: 'From {n} voices' },
  'portal-page.empty': 'Nothing here yet.',
  'portal-page.empty-next':
    'With the first improvement we will write here what we heard, what we did and whether it helped.',
  'portal-page.shipped': 'Live since {day}',
  'portal-page.waiting': 'It is live, and we are collecting figures. We will write here whether it helped.',
  'portal-page.reopened': 'We have taken it up again and keep working on it.',
  'portal-page.state.proposed': 'Being looked at',
  'portal-page.state.accepted': 'Decided',
  'portal-page.state.building': 'In the making',
  'portal-page.state.shipped': 'Live',
  'portal-page.state.verified': 'Shown to help',
  'portal-page.state.not-verified': 'Not shown to help',
  'portal-page.state.declined': 'Will not be done',
  'portal-page.state.reopened': 'Did not help, being redone',
  'portal-page.how':
    'The 95 % interval is the range the true change most plausibly lies in; when it holds 0, no change is shown. n counts people, orders or voices.',

  'portal.title': 'Public page',
  'portal.about':
    'What customers read on the public page: what we heard, what we did, what came of it. Only what is made public appears, and never a customer’s name.',
  'portal.open': 'Open the public page',
  'portal.empty': 'No improvement that could be shown yet.',
  'portal.empty-next':
    'Make one under Improvements first. Once it is live, show it here, so that more people see that speaking up helps.',
  'portal.to-improvements': 'To the board',
  'portal.public': 'Public',
  'portal.hidden': 'Not public',
  'portal.show': 'Show on the public page',
  'portal.entry-title': 'Public title',
  'portal.entry-title-hint': 'Left empty, the internal title is used',
  'portal.heard-hint': 'In customers’ words; no names, no internal judgement',
  'portal.did-hint': 'What changed, from when on, what customers need to do',
  'portal.came-field': 'Anything to add',
  'portal.came-hint': 'The verdict is written by itself; only what the numbers do not say',
  'portal.preview': 'What customers will read',
  'portal.save': 'Save',
  'portal.saved': 'The public words are saved.',
  'portal.voices': { one: '{n} voice', other: '{n} voices' },
} as const satisfies WordsOf<typeof source>
