import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant } from '../../../shared/time/instant.ts'
import { firstForm, planOf } from './plan-form.ts'

const ZONE = 'Asia/Shanghai'
const form = firstForm(instant('2026-06-01T02:00:00Z'), ZONE, 'cat_1')

describe('planOf', () => {
  it('says by itself what is not filled in', () => {
    assert.deepEqual(planOf(form, ZONE), {
      metric: { kind: 'contacts-per-1000-orders', category: 'cat_1' },
      filter: {},
      better: 'lower',
      before: { from: '2026-05-03T16:00:00.000Z', to: '2026-05-31T16:00:00.000Z' },
      after: { from: '2026-06-01T16:00:00.000Z', to: '2026-06-29T16:00:00.000Z' },
      minimumVoices: 30,
      beforePicked: 'in-advance',
    })
  })
  const incomplete = [
    { name: 'no option', change: { kind: 'share-choosing-option', survey: 's', question: 'q' } },
    { name: 'no category', change: { kind: 'share-of-category', category: null } },
    { name: 'half a window', change: { after: ['2026-06-01', null] } },
  ] as const
  for (const { name, change } of incomplete) it(`is no plan: ${name}`, () => assert.equal(planOf({ ...form, ...change }, ZONE), null))
  it('takes a survey only where scores are asked for', () => {
    assert.deepEqual(planOf({ ...form, survey: 's', product: 'A' }, ZONE)?.filter, { product: 'A' })
    assert.deepEqual(planOf({ ...form, kind: 'mean-score', survey: 's' }, ZONE)?.filter, { survey: 's' })
  })
})
