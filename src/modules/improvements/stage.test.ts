import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgeMove, type MoveRequest, movesByHand, STAGES, stageAfter } from './stage.ts'

const move = (change: Partial<MoveRequest>): MoveRequest => ({
  from: 'proposed',
  to: 'accepted',
  by: 'person',
  reason: '',
  planFrozen: false,
  ...change,
})

describe('judgeMove', () => {
  const cases = [
    { name: 'accepting', request: move({}), why: null },
    { name: 'declining needs a reason', request: move({ to: 'declined' }), why: 'reason-missing' },
    { name: 'blanks are no reason', request: move({ to: 'declined', reason: '  ' }), why: 'reason-missing' },
    { name: 'declining with a reason', request: move({ to: 'declined', reason: '今年没有预算' }), why: null },
    { name: 'no jump over building', request: move({ from: 'accepted', to: 'shipped', planFrozen: true }), why: 'no-such-move' },
    { name: 'shipping without a frozen plan', request: move({ from: 'building', to: 'shipped' }), why: 'plan-not-frozen' },
    { name: 'shipping with one', request: move({ from: 'building', to: 'shipped', planFrozen: true }), why: null },
    { name: 'verified by hand', request: move({ from: 'shipped', to: 'verified' }), why: 'only-by-verdict' },
    { name: 'verified by verdict', request: move({ from: 'shipped', to: 'verified', by: 'verdict' }), why: null },
    { name: 'verified before shipping', request: move({ from: 'building', to: 'verified', by: 'verdict' }), why: 'no-such-move' },
    {
      name: 'not verified goes back to building',
      request: move({ from: 'not-verified', to: 'building', reason: '换一种包装' }),
      why: null,
    },
    {
      name: 'not verified goes back to accepted, with a reason',
      request: move({ from: 'not-verified', to: 'accepted' }),
      why: 'reason-missing',
    },
    { name: 'a verified one may come back', request: move({ from: 'verified', to: 'accepted', reason: '问题又出现了' }), why: null },
    { name: 'a move to where it stands', request: move({ to: 'proposed' }), why: 'same-stage' },
  ] as const
  for (const { name, request, why } of cases) {
    it(name, () => assert.deepEqual(judgeMove(request), why === null ? { ok: true } : { ok: false, why }))
  }

  it('what the board offers is allowed, and only that', () => {
    for (const from of STAGES) {
      const offered = movesByHand(from)
      for (const to of STAGES) {
        const allowed = judgeMove(move({ from, to, reason: '有理由', planFrozen: true })).ok
        assert.equal(
          allowed,
          offered.some((m) => m.to === to),
          `${from} → ${to}`,
        )
      }
    }
  })
  it('no stage is a dead end by hand but shipped ones wait for their verdict or go back', () => {
    for (const from of STAGES) assert.ok(movesByHand(from).length > 0, from)
  })
})

describe('stageAfter', () => {
  const cases = [
    ['worked', 'verified'],
    ['no-evidence', 'not-verified'],
    ['worse', 'not-verified'],
    ['too-few', null],
  ] as const
  for (const [verdict, stage] of cases) it(verdict, () => assert.equal(stageAfter(verdict), stage))
})
