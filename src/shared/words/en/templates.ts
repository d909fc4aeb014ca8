import type { WordsOf } from '../say.ts'
import type { templatesWords as source } from '../zh-CN/templates.ts'

/** Settings of reply templates. */
export const templatesWords = {
  'templates.about':
    'Said often, written well once. Places are filled in for each case; what cannot be filled is marked, and must be before it is sent.',
  'templates.new': 'New template',
  'templates.search': 'Search templates',
  'templates.name': 'Name',
  'templates.situation': 'Used when',
  'templates.situation-when': 'Used when (optional)',
  'templates.language': 'Language',
  'templates.changed': 'Changed',
  'templates.text': 'Text',
  'templates.places': 'Places that can be filled',
  'templates.places-hint':
    'Where a value may be missing, give a word to use instead after a bar: {{customer.name|there}}.',
  'templates.place.customer': "the customer's name",
  'templates.place.product': 'the product spoken of',
  'templates.place.number': "the customer's query code",
  'templates.place.due': 'when the next promise is due',
  'templates.place.agent': 'who replies',
  'templates.place.workspace': 'the workspace',
  'templates.sample.customer': 'Ms Wang',
  'templates.sample.product': 'the X2 air purifier',
  'templates.sample.number': '8F3K-27QM-4TJG',
  'templates.sample.due': '10:00 tomorrow',
  'templates.sample.agent': 'Lin Xiao',
  'templates.sample.workspace': 'Breeze Appliances',
  'templates.unknown': 'No such place: {places}. Choose from those below.',
  'templates.preview': 'As it may read',
  'templates.preview-empty': 'Once there is a text, it is shown here filled in.',
  'templates.save': 'Save',
  'templates.retire': 'Retire',
  'templates.said.saved': 'The template is saved.',
  'templates.said.retired': '“{name}” is retired.',
  'templates.none': 'No templates yet',
  'templates.none-next': 'Write what you answer often as a template: one click in a reply, then a few words changed.',
} as const satisfies WordsOf<typeof source>
