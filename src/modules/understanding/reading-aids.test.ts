import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { models } from '../../../tests/models.ts'
import { STARTER_TREE } from '../../engine/aspects/starter-tree.ts'
import { SPAM_REASONS } from '../../engine/similarity/spam.ts'
import { DRILL_DOWN } from '../../engine/value/drill-down.ts'
import { EMOTIONS, NEEDS, type ValueItem, WORTHS } from '../../shared/contracts/reading-aids.ts'
import { catalogues } from '../../shared/words/catalogues.ts'
import { readAll } from './reading.ts'
import { aidsOf, questionAbout, reasonsIn, valueItem, valueView } from './reading-aids.ts'

const keptOf = async (text: string) => {
  const [read] = await readAll([{ text, subject: '', language: null, scores: [], mayBeSpam: true }], STARTER_TREE, models)
  assert.ok(read)
  return aidsOf(read.analysis)
}

describe('what is kept of a reading', () => {
  const cases = [
    { text: '等了四十分钟没人上菜，气死我了', emotion: 'anger', specific: 'gives-figures', authentic: 'own-words', timely: null },
    { text: '服务不好', emotion: null, specific: 'only-judges', authentic: 'own-words', timely: null },
    { text: '此用户没有填写评价', emotion: null, specific: 'tells-what', authentic: 'default-text', timely: null },
    { text: '去年买的洗衣机脱水的时候咚咚响', emotion: null, specific: 'tells-what', authentic: 'own-words', timely: 'long-ago' },
  ]
  for (const { text, emotion, specific, authentic, timely } of cases)
    it(`“${text}”`, async () => {
      const kept = await keptOf(text)
      assert.equal(kept.emotion?.label ?? null, emotion)
      const { value } = kept
      assert.deepEqual([value?.specific, value?.authentic, value?.timely], [specific, authentic, timely])
    })

  it('is nothing where nothing is said in words', async () => {
    for (const text of ['', '。。。', '👍']) assert.equal((await keptOf(text)).value, null, text)
    assert.deepEqual(await keptOf(''), { emotion: null, need: null, value: null })
  })
})

const ROW = { valueRelevant: 'judges', valueAuthentic: 'own-words', valueSpecific: 'only-judges', valueTimely: null }
const VAGUE: ValueItem = { relevant: true, authentic: true, specific: false, timely: null }

describe('what is said of a voice’s value', () => {
  it('follows from the reasons', () => {
    assert.deepEqual(valueItem(ROW), VAGUE)
    assert.deepEqual(valueView(reasonsIn(ROW), null), {
      relevant: { holds: true, because: 'judges' },
      authentic: { holds: true, because: 'own-words' },
      specific: { holds: false, because: 'only-judges' },
      timely: { holds: null, because: 'no-time-named' },
      ask: null,
    })
    assert.equal(valueItem({ ...ROW, valueTimely: 'long-ago' })?.timely, false)
  })
  it('is not known of a voice that was not read for it', () => {
    const unread = { valueRelevant: null, valueAuthentic: null, valueSpecific: null, valueTimely: null }
    assert.equal(valueItem(unread), null)
    assert.equal(valueView(reasonsIn(unread), null), null)
  })
})

describe('what to ask', () => {
  const cases = [
    {
      name: 'of its first category',
      value: VAGUE,
      intent: 'complaint',
      sentiment: 'negative',
      categories: ['logistics', 'price'],
      asked: 'logistics',
    },
    { name: 'of the one above', value: VAGUE, intent: 'complaint', sentiment: 'negative', categories: ['courier'], asked: 'logistics' },
    { name: 'of the whole, filed nowhere', value: VAGUE, intent: 'praise', sentiment: 'positive', categories: [], asked: 'overall' },
    {
      name: 'of the whole, of who is content',
      value: VAGUE,
      intent: 'praise',
      sentiment: 'positive',
      categories: ['price'],
      asked: 'overall',
    },
    { name: 'nothing of a question', value: VAGUE, intent: 'question', sentiment: 'neutral', categories: ['logistics'], asked: null },
    {
      name: 'nothing of what is specific',
      value: { ...VAGUE, specific: true },
      intent: 'complaint',
      sentiment: 'negative',
      categories: ['logistics'],
      asked: null,
    },
    {
      name: 'nothing of what may not be its own',
      value: { ...VAGUE, authentic: false },
      intent: 'complaint',
      sentiment: 'negative',
      categories: [],
      asked: null,
    },
    { name: 'nothing of what is not read', value: null, intent: null, sentiment: null, categories: [], asked: null },
  ] as const
  for (const { name, value, intent, sentiment, categories, asked } of cases)
    it(name, () =>
      assert.deepEqual(questionAbout({ value, intent, sentiment }, categories, STARTER_TREE), asked === null ? null : DRILL_DOWN[asked]),
    )
})

it('has words for every member and every reason that can be kept', () => {
  const known = new Set(Object.keys(catalogues['zh-CN']))
  const reasons = ['names-a-category', 'wants-something', 'judges', 'says-nothing', 'own-words', 'default-text', 'rewarded', 'padding']
  const wanted = [
    ...EMOTIONS.map((each) => `emotion.${each}`),
    ...NEEDS.map((each) => `need.${each}`),
    ...WORTHS.map((each) => `worth.${each}`),
    ...[...reasons, ...SPAM_REASONS, 'gives-figures', 'tells-what', 'only-judges', 'recent', 'long-ago'].map(
      (each) => `value-reason.${each}`,
    ),
  ]
  assert.deepEqual(
    wanted.filter((key) => !known.has(key)),
    [],
  )
})
