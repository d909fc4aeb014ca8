import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLog } from './log.ts'
import { BrokenOff, createThreads } from './threads.ts'

const WORK = new URL(
  `data:text/javascript,${encodeURIComponent(`
    export const add = (a, b, tell) => { tell(0.5); tell(1); return a + b }
    export const fail = () => { throw new RangeError('too much') }
    export const hang = (tell) => { tell(0); for (;;); }
    export const eat = () => { const all = []; for (;;) all.push({ more: [all.length] }) }
  `)}`,
)

describe('long work', () => {
  const threads = createThreads(createLog('silent'))
  after(() => threads.close())
  const long = (name: string, args: unknown[] = [], { signal = new AbortController().signal, progress = (_: number) => {} } = {}) =>
    threads.long<number>({ module: WORK, name, progress, signal, megabytes: 64 }, ...args)

  it('says how far it is and what came of it', async () => {
    const heard: number[] = []
    assert.equal(await long('add', [1, 2], { progress: (done) => heard.push(done) }), 3)
    assert.deepEqual(heard, [0.5, 1])
    await assert.rejects(long('fail'), /too much/)
  })

  it('takes no more memory than it may, and takes nothing else along', async () => {
    await assert.rejects(long('eat'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
    assert.equal(await long('add', [2, 3]), 5)
  })

  it('is broken off while it does not listen: by its signal, and all of it by those who stop', async () => {
    const over = new AbortController()
    await assert.rejects(long('hang', [], { signal: over.signal, progress: () => over.abort() }), BrokenOff)
    const both = [long('hang'), long('hang')]
    await sleep(50)
    threads.breakOff()
    for (const one of await Promise.allSettled(both)) assert.ok(one.status === 'rejected' && one.reason instanceof BrokenOff)
    await assert.rejects(long('add', [1, 2]), BrokenOff)
  })
})
