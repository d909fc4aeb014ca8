import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { firstTooLong, linesOf } from './lines.ts'

describe('pasted lines', () => {
  const cases: [string, string[]][] = [
    ['', []],
    ['车锁打不开\r\n\n  还车合不上  \n车锁打不开', ['车锁打不开', '还车合不上']],
    ['- 车锁坏了\n• 关不上锁\n1. 扫码没反应\n2、锁太紧', ['车锁坏了', '关不上锁', '扫码没反应', '锁太紧']],
    ['“锁孔进水了”\n"wait - no lock"', ['锁孔进水了', 'wait - no lock']],
    ['3.5 公里外才找到车\n12 点锁不上', ['3.5 公里外才找到车', '12 点锁不上']],
  ]
  for (const [pasted, lines] of cases) it(JSON.stringify(pasted).slice(0, 40), () => assert.deepEqual(linesOf(pasted), lines))

  it('says which one is too long, in characters as people count them', () => {
    assert.equal(firstTooLong(['锁', '😀😀'], 2), null)
    assert.equal(firstTooLong(['锁', '😀😀😀'], 2), 2)
  })
})
