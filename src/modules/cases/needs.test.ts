import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY, HOUR, type Instant, instant, plus } from '../../shared/time/instant.ts'
import { needsAnAnswer, type OpenCase, relatedCase, type Wish } from './needs.ts'

const NOW = instant('2026-03-02T10:00Z')

describe('needsAnAnswer', () => {
  const wish: Wish = { intent: 'other', lowScore: false, quiet: false, setAside: false, first: true }
  const cases: [Partial<Wish>, boolean][] = [
    [{ intent: 'complaint' }, true],
    [{ intent: 'question' }, true],
    [{ intent: 'suggestion' }, true],
    [{ intent: 'churn' }, true],
    [{ intent: 'praise' }, false],
    [{ intent: 'other' }, false],
    [{ intent: 'praise', lowScore: true }, true],
    [{ intent: 'complaint', quiet: true }, false],
    [{ intent: 'complaint', setAside: true }, false],
    [{ intent: 'complaint', first: false }, false],
  ]
  for (const [change, needs] of cases)
    it(`${JSON.stringify(change)}: ${needs}`, () => assert.equal(needsAnAnswer({ ...wish, ...change }), needs))
})

describe('relatedCase', () => {
  const open = (id: string, change: Partial<OpenCase> = {}): OpenCase => ({
    id,
    intent: 'complaint',
    lowScore: false,
    categories: ['leak'],
    lastAt: NOW,
    ...change,
  })
  const voice = { intent: 'complaint', lowScore: false, categories: ['leak'], at: NOW } as const
  const ago = (ms: number): Instant => plus(NOW, -ms)
  const cases: [name: string, voice: Parameters<typeof relatedCase>[0], open: OpenCase[], id: string | null][] = [
    ['nothing open', voice, [], null],
    ['the same category, however old', voice, [open('a', { lastAt: ago(60 * DAY) })], 'a'],
    [
      'the same family within seven days',
      { ...voice, categories: [] },
      [open('a', { intent: 'churn', categories: [], lastAt: ago(7 * DAY) })],
      'a',
    ],
    ['not after seven days', { ...voice, categories: [] }, [open('a', { lastAt: ago(7 * DAY + 1) })], null],
    ['another family', { ...voice, categories: [] }, [open('a', { intent: 'question', categories: [] })], null],
    ['a low score is trouble', { intent: 'other', lowScore: true, categories: [], at: NOW }, [open('a', { categories: [] })], 'a'],
    [
      'a question and a suggestion are of one family',
      { ...voice, intent: 'question', categories: [] },
      [open('a', { intent: 'suggestion' })],
      'a',
    ],
    ['a shared category before a later word', voice, [open('near', { categories: [] }), open('same', { lastAt: ago(5 * DAY) })], 'same'],
    ['then the latest word', voice, [open('old', { lastAt: ago(2 * HOUR) }), open('new', { lastAt: ago(HOUR) })], 'new'],
  ]
  for (const [name, said, there, id] of cases) it(name, () => assert.equal(relatedCase(said, there)?.id ?? null, id))
})
