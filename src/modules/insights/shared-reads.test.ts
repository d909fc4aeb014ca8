import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sharedReads } from './shared-reads.ts'

describe('sharedReads', () => {
  it('reads once for all who ask meanwhile, apart by key, and anew afterwards', async () => {
    const share = sharedReads<string>()
    let looks = 0
    const look = (word: string) => async () => {
      looks += 1
      await Promise.resolve()
      return `${word} ${looks}`
    }
    assert.deepEqual(await Promise.all([share('a', look('a')), share('a', look('a'))]), ['a 1', 'a 1'])
    assert.equal(looks, 1)
    await Promise.all([share('a', look('a')), share('b', look('b'))])
    assert.equal(looks, 3)
  })

  it('tells all who waited that it failed, and tries again afterwards', async () => {
    const share = sharedReads<string>()
    const fails = () => share('a', () => Promise.reject(new Error('away')))
    const outcomes = await Promise.allSettled([fails(), fails()])
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['rejected', 'rejected'],
    )
    assert.equal(await share('a', async () => 'back'), 'back')
  })
})
