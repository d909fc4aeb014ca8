/** What each metric counts, against windows counted by hand. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { newId } from '../../platform/ids.ts'
import type { PlanFilter } from '../../shared/contracts/improvements.ts'
import { DAY, type Instant, instant, isoOf } from '../../shared/time/instant.ts'
import type { Metric } from './metric.ts'
import { observe } from './observation.store.ts'

const NOW = instant('2026-06-01T02:00:00Z')
const day = (n: number): string => isoOf((NOW + n * DAY) as Instant)
const WINDOW = { from: (NOW - 10 * DAY) as Instant, to: NOW }

describe('observe', () => {
  let world: World
  const own = async <Row extends object>(text: string, values: unknown[] = []) => (await world.database.owner.query<Row>(text, values)).rows
  const seen = (metric: Metric, filter: PlanFilter = {}) => observe(world.db, { metric, filter, window: WINDOW })
  let root = ''
  let leaf = ''
  const ids: Record<string, string> = {}

  before(async () => {
    world = await openWorld({ now: NOW })
    const key = await world.keyFor('manager')
    await world.settle()
    const voice = (sourceId: string, at: number, more: object = {}) => ({
      channel: 'web',
      sourceId,
      text: '说一句',
      occurredAt: day(at),
      quiet: true,
      ...more,
    })
    const anna = { externalId: 'anna' }
    const items = [
      voice('a1', -5, { customer: anna, scores: [{ kind: 'csat', value: 1 }], facts: { product: 'A' } }),
      voice('a2', -4, { customer: anna, scores: [{ kind: 'csat', value: 5 }], facts: { product: 'A' } }),
      voice('b', -3, { scores: [{ kind: 'csat', value: 2 }], facts: { product: 'A' } }),
      voice('c', -2, { scores: [{ kind: 'csat', value: 4 }], facts: { product: 'B' }, channel: 'chat' }),
      voice('spam', -2, { scores: [{ kind: 'csat', value: 1 }], facts: { product: 'A' } }),
      voice('early', -10.001, { scores: [{ kind: 'csat', value: 1 }], facts: { product: 'A' } }),
      voice('late', 0, { scores: [{ kind: 'csat', value: 1 }], facts: { product: 'A' } }),
      voice('five', -1, { scores: [{ kind: 'rating', value: 4.3 }] }),
      voice('ten', -1, { scores: [{ kind: 'rating', value: 9, scale: { min: 0, max: 10 } }] }),
    ]
    await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })
    await world.settle()
    for (const row of await own<{ id: string; source_id: string }>('SELECT id, source_id FROM feedback')) ids[row.source_id] = row.id
    await own(`INSERT INTO set_asides (workspace_id, feedback_id, reason, set_at) VALUES ($1, $2, 'spam', now())`, [
      world.workspaceId,
      ids.spam,
    ])
    const [pair] = await own<{ id: string; parent_id: string }>('SELECT id, parent_id FROM categories WHERE parent_id IS NOT NULL LIMIT 1')
    leaf = pair?.id ?? ''
    root = pair?.parent_id ?? ''
    await own('DELETE FROM feedback_categories')
    for (const name of ['a1', 'b', 'spam', 'early', 'late', 'c']) {
      await own(
        'INSERT INTO feedback_categories (workspace_id, category_id, feedback_id, occurred_at) SELECT workspace_id, $1, id, occurred_at FROM feedback WHERE id = $2',
        [leaf, ids[name]],
      )
    }
    const orders: [string, number, string][] = [
      ['1', -9, 'A'],
      ['2', -8, 'A'],
      ['3', -7, 'A'],
      ['4', -6, 'B'],
      ['5', -11, 'A'],
      ['6', 0, 'A'],
    ]
    for (const [id, at, product] of orders) {
      await own('INSERT INTO orders (workspace_id, external_id, product, placed_at) VALUES ($1, $2, $3, $4)', [
        world.workspaceId,
        id,
        product,
        day(at),
      ])
    }
  })
  after(() => world.close())

  const cases: { name: string; metric: () => Metric; filter?: PlanFilter; want: object }[] = [
    {
      name: 'a score, each person once with their last',
      metric: () => ({ kind: 'share-of-score', score: 'csat', from: 4, to: 5 }),
      want: { measure: 'share', hits: 2, total: 3 },
    },
    {
      name: 'a score on one channel',
      metric: () => ({ kind: 'share-of-score', score: 'csat', from: 4, to: 5 }),
      filter: { channel: 'web' },
      want: { measure: 'share', hits: 1, total: 2 },
    },
    {
      name: 'ratings only of one scale, both ends belonging to the range',
      metric: () => ({ kind: 'share-of-score', score: 'rating', from: 1, to: 4.3 }),
      want: { measure: 'share', hits: 1, total: 1 },
    },
    {
      name: 'the mean of 5, 2 and 4',
      metric: () => ({ kind: 'mean-score', score: 'csat' }),
      want: { measure: 'mean', n: 3, mean: 11 / 3, variance: 7 / 3 },
    },
    {
      name: 'nothing as nothing',
      metric: () => ({ kind: 'mean-score', score: 'nps' }),
      want: { measure: 'mean', n: 0, mean: 0, variance: 0 },
    },
    {
      name: 'contacts of a branch per order of a product',
      metric: () => ({ kind: 'contacts-per-1000-orders', category: root }),
      filter: { product: 'A' },
      want: { measure: 'rate', events: 2, exposure: 3 },
    },
    {
      name: 'every contact per order',
      metric: () => ({ kind: 'contacts-per-1000-orders', category: null }),
      want: { measure: 'rate', events: 6, exposure: 4 },
    },
    {
      name: 'contacts per customer',
      metric: () => ({ kind: 'contacts-per-1000-customers', category: leaf }),
      want: { measure: 'rate', events: 3, exposure: 1 },
    },
    {
      name: 'a category among all feedback',
      metric: () => ({ kind: 'share-of-category', category: leaf }),
      want: { measure: 'share', hits: 3, total: 6 },
    },
  ]
  for (const { name, metric, filter, want } of cases) {
    it(`counts ${name}`, async () => {
      const got = await seen(metric(), filter)
      for (const [field, value] of Object.entries(want)) {
        const found: unknown = Object.entries(got).find(([key]) => key === field)?.[1]
        if (typeof value === 'number' && typeof found === 'number')
          assert.ok(Math.abs(found - value) < 1e-9, `${field} is ${found}, not ${value}`)
        else assert.equal(found, value, field)
      }
    })
  }

  it('counts respondents who chose an option, each once with their last answer', async () => {
    const survey = newId(NOW)
    const { workspaceId } = world
    await own(
      `INSERT INTO surveys (workspace_id, id, slug, title, draft, created_at, changed_at) VALUES ($1, $2, 'asked', 'x', '{}', now(), now())`,
      [workspaceId, survey],
    )
    const answers: [string, number, string[]][] = [
      ['a1', -5, ['late']],
      ['a2', -4, ['rude', 'other']],
      ['b', -3, ['late', 'rude']],
      ['c', -2, ['fine']],
      ['early', -10.001, ['late']],
    ]
    for (const [voice, at, options] of answers) {
      const response = newId(NOW)
      await own(
        `INSERT INTO responses (workspace_id, id, survey_id, version, submission, feedback_id, locale, started_at, completed_at) VALUES ($1, $2, $3, 1, $4, $5, 'zh-CN', $6, $6)`,
        [workspaceId, response, survey, voice, ids[voice], day(at)],
      )
      for (const [ordinal, option] of options.entries()) {
        await own(
          `INSERT INTO answers (workspace_id, response_id, survey_id, version, question, kind, ordinal, option, answered_at) VALUES ($1, $2, $3, 1, 'why', 'multi', $4, $5, $6)`,
          [workspaceId, response, survey, ordinal, option, day(at)],
        )
      }
    }
    const metric: Metric = { kind: 'share-choosing-option', survey, question: 'why', options: ['late'] }
    assert.deepEqual(await seen(metric), { measure: 'share', hits: 1, total: 3 })
    assert.deepEqual(await seen(metric, { product: 'A' }), { measure: 'share', hits: 1, total: 2 })
  })

  it('counts needs the customer called solved among those asked; silence is no yes', async () => {
    const { workspaceId } = world
    const checks: [string, number, string | null][] = [
      ['a1', -5, 'yes'],
      ['b', -4, 'no'],
      ['c', -3, null],
      ['early', -10.001, 'yes'],
    ]
    for (const [n, [voice, at, answer]] of checks.entries()) {
      const id = newId(NOW)
      await own(
        `INSERT INTO cases (workspace_id, id, number, channel, subject, intent, sentiment, urgency, stage, stage_at, opened_at, last_at) VALUES ($1, $2, $3, 'web', 'x', 'complaint', 'negative', 'normal', 'resolved', now(), now(), now())`,
        [workspaceId, id, 1000 + n],
      )
      await own(`INSERT INTO case_feedback (workspace_id, case_id, feedback_id, linked_at) VALUES ($1, $2, $3, now())`, [
        workspaceId,
        id,
        ids[voice],
      ])
      await own(
        `INSERT INTO satisfaction_checks (workspace_id, id, case_id, token_hash, asked_at, ends_at, answer, answered_at) VALUES ($1, $2, $3, $4, $5, now(), $6, $5)`,
        [workspaceId, newId(NOW), id, voice, day(at), answer],
      )
    }
    assert.deepEqual(await seen({ kind: 'share-of-resolved-needs', category: leaf }), { measure: 'share', hits: 1, total: 3 })
  })
})
