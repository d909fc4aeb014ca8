import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'
import { verify } from './verification.ts'
import { canonicalPlan, type Observed, type Plan } from './verification-plan.ts'

const WEEKS = {
  before: { from: '2026-03-02T00:00:00Z', to: '2026-03-30T00:00:00Z' },
  after: { from: '2026-04-06T00:00:00Z', to: '2026-05-04T00:00:00Z' },
}
const plan = (change: Partial<Plan> = {}): Plan => ({ measure: 'share', better: 'lower', ...WEEKS, ...change })
const share = (hits: number, total: number): Observed => ({ measure: 'share', hits, total })
const rate = (events: number, exposure: number): Observed => ({ measure: 'rate', events, exposure })
const mean = (n: number, mean: number, variance: number): Observed => ({ measure: 'mean', n, mean, variance })

describe('verify', () => {
  const cases = [
    {
      name: 'a complaint became rarer',
      plan: plan(),
      before: share(60, 200),
      after: share(30, 200),
      verdict: 'worked',
      code: 'interval-clear-of-zero',
    },
    {
      name: 'it became more frequent',
      plan: plan(),
      before: share(30, 200),
      after: share(60, 200),
      verdict: 'worse',
      code: 'interval-clear-of-zero',
    },
    {
      name: 'the same move is good where higher is better',
      plan: plan({ better: 'higher' }),
      before: share(30, 200),
      after: share(60, 200),
      verdict: 'worked',
      code: 'interval-clear-of-zero',
    },
    {
      name: 'a move that chance explains',
      plan: plan(),
      before: share(60, 200),
      after: share(52, 200),
      verdict: 'no-evidence',
      code: 'interval-holds-zero',
    },
    { name: 'too few before', plan: plan(), before: share(20, 29), after: share(1, 200), verdict: 'too-few', code: 'too-few-before' },
    { name: 'too few after', plan: plan(), before: share(100, 200), after: share(0, 12), verdict: 'too-few', code: 'too-few-after' },
    { name: 'many voices, hardly a hit', plan: plan(), before: share(4, 100), after: share(0, 100), verdict: 'too-few', code: 'too-rare' },
    { name: 'nobody after', plan: plan(), before: share(100, 200), after: share(0, 0), verdict: 'too-few', code: 'too-few-after' },
    {
      name: 'contacts per 1,000 orders fell',
      plan: plan({ measure: 'rate' }),
      before: rate(120, 10_000),
      after: rate(70, 9_000),
      verdict: 'worked',
      code: 'interval-clear-of-zero',
    },
    {
      name: 'a rare contact, gone',
      plan: plan({ measure: 'rate' }),
      before: rate(3, 1_000),
      after: rate(0, 1_000),
      verdict: 'too-few',
      code: 'too-rare',
    },
    {
      name: 'the score rose',
      plan: plan({ measure: 'mean', better: 'higher' }),
      before: mean(80, 3.2, 1.2),
      after: mean(90, 3.8, 1),
      verdict: 'worked',
      code: 'interval-clear-of-zero',
    },
    {
      name: 'scores that never vary',
      plan: plan({ measure: 'mean', better: 'higher' }),
      before: mean(40, 4, 0),
      after: mean(40, 5, 0),
      verdict: 'no-evidence',
      code: 'no-spread',
    },
  ] as const
  for (const { name, plan, before, after, verdict, code } of cases) {
    it(name, () => {
      const found = verify(plan, before, after)
      assert.deepEqual([found.verdict, found.reasons[0]?.code], [verdict, code])
    })
  }

  it('gives effect, interval and sizes as plain data', () => {
    const found = verify(plan(), share(60, 200), share(30, 200))
    assert.deepEqual(JSON.parse(JSON.stringify(found)), found)
    assert.deepEqual([found.before, found.after, found.unit, found.n], [0.3, 0.15, 'fraction', { before: 200, after: 200 }])
    assert.ok(Math.abs((found.effect ?? 0) + 0.15) < 1e-12)
    assert.ok(Math.abs((found.interval?.low ?? 0) + 0.2289) < 1e-3, String(found.interval?.low))
  })

  it('rates speak per 1,000', () => {
    const found = verify(plan({ measure: 'rate' }), rate(80, 9_000), rate(120, 10_000))
    assert.ok(Math.abs((found.effect ?? 0) - 3.111111) < 1e-4 && Math.abs((found.interval?.low ?? 0) - 0.182467) < 1e-4)
    assert.equal(found.verdict, 'worse')
  })

  it('says what the hoped-for move would have needed', () => {
    const found = verify(plan({ better: 'higher', hopedFor: 0.02 }), share(50, 500), share(52, 500))
    assert.deepEqual(found.reasons[1], { code: 'hoped-for-needs', facts: { needed: 3841, hopedFor: 0.02 } })
    assert.deepEqual(found.cautions, ['underpowered'])
  })

  it('a plan with its own minimum', () => {
    assert.equal(verify(plan({ minimumVoices: 300 }), share(60, 200), share(30, 200)).verdict, 'too-few')
  })

  it('refuses another measure than the plan’s', () => {
    assert.throws(() => verify(plan(), rate(1, 100), rate(1, 100)), RangeError)
    assert.throws(() => verify(plan(), share(1, 100), rate(1, 100)), RangeError)
  })

  it('turns its verdict round with the direction, and never calls both good', () => {
    const counts = fc.integer({ min: 30, max: 900 }).chain((total) => fc.integer({ min: 0, max: total }).map((hits) => share(hits, total)))
    const other = { worked: 'worse', worse: 'worked', 'no-evidence': 'no-evidence', 'too-few': 'too-few' }
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const lower = verify(plan({ better: 'lower' }), before, after),
          higher = verify(plan({ better: 'higher' }), before, after)
        assert.equal(higher.verdict, other[lower.verdict])
        if (lower.verdict === 'worked') assert.ok((lower.effect ?? 0) < 0 && (lower.interval?.high ?? 0) < 0)
      }),
    )
  })
})

describe('cautions', () => {
  const days = (from: string, to: string) => ({ from: `${from}T00:00:00+08:00`, to: `${to}T00:00:00+08:00` })
  const cases = [
    { name: 'none', change: {}, after: share(40, 200), want: [] },
    { name: 'a moving denominator', change: { denominator: 'moves' }, after: share(40, 200), want: ['denominator-moves'] },
    { name: 'the worst month as the yardstick', change: { beforePicked: 'worst' }, after: share(40, 200), want: ['regression-to-mean'] },
    {
      name: 'two weeks against four',
      change: { after: days('2026-04-06', '2026-04-20') },
      after: share(20, 100),
      want: ['windows-unequal'],
    },
    {
      name: 'ten days',
      change: { before: days('2026-03-02', '2026-03-12'), after: days('2026-04-02', '2026-04-12') },
      after: share(40, 200),
      want: ['weekdays-mixed'],
    },
    {
      name: 'three days',
      change: { before: days('2026-03-02', '2026-03-05'), after: days('2026-04-02', '2026-04-05') },
      after: share(40, 200),
      want: ['window-short'],
    },
    { name: 'three times the voices', change: {}, after: share(120, 600), want: ['volume-shifted'] },
  ] as const
  for (const { name, change, after, want } of cases) {
    it(name, () => assert.deepEqual(verify(plan(change), share(60, 200), after).cautions, want))
  }
})

describe('canonicalPlan', () => {
  it('is one text, whatever the order of the fields', () => {
    const { measure, better, before, after } = plan()
    const turned: Plan = { after: { to: after.to, from: after.from }, before, better, measure }
    assert.equal(canonicalPlan(turned), canonicalPlan(plan()))
    assert.equal(canonicalPlan(plan({ minimumVoices: 30, denominator: 'steady' })), canonicalPlan(plan()))
  })
  it('changes with every part of the plan', () => {
    const texts = [
      plan(),
      plan({ better: 'higher' }),
      plan({ hopedFor: 0.1 }),
      plan({ minimumVoices: 31 }),
      plan({ denominator: 'moves' }),
      plan({ beforePicked: 'worst' }),
      plan({ measure: 'rate' }),
      plan({ before: WEEKS.after }),
    ].map(canonicalPlan)
    assert.equal(new Set(texts).size, texts.length)
  })
  it('canonicalJson sorts keys at every depth, leaves out what is absent, and refuses NaN', () => {
    assert.equal(canonicalJson({ b: [1, { z: null, a: '中"' }], a: undefined, A: 1e21 }), '{"A":1e+21,"b":[1,{"a":"中\\"","z":null}]}')
    assert.throws(() => canonicalJson({ a: Number.NaN }), RangeError)
  })
  it('canonicalJson reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as never
        assert.deepEqual(JSON.parse(canonicalJson(plain)), plain)
      }),
    )
  })
})
