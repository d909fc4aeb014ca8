import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import { instant } from '../../shared/time/instant.ts'
import { createSeal } from '../auth/seal.ts'
import { type Database, openDatabase } from '../db/db.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { createThreads } from '../threads.ts'
import type { Tools } from '../tools.ts'
import { deadLetters, sendAgain } from './dead-letters.store.ts'
import { defineEvent, defineTask, emit, on, onMany, sendTask } from './define.ts'
import { openQueue, type Plan, type Queue } from './queue.ts'

const now = instant('2026-03-02T02:00:00Z')
const thingHappened = defineEvent('thing.happened', z.object({ n: z.number() }))

describe('queue', () => {
  let database: Database
  let drop: () => Promise<void>
  let queue: Queue
  let tools: Tools
  const workspaceId = newId(now)
  const heard: number[] = []
  const batches: number[][] = []
  const done: string[] = []
  let poison = true

  const doThing = defineTask({ name: 'test.task', schema: z.object({ what: z.string() }), run: async ({ what }) => void done.push(what) })
  const plan: Plan = {
    listeners: [
      on(thingHappened, 'test.hear', async ({ n }) => heard.push(n)),
      onMany(thingHappened, 'test.batch', async (all) => {
        if (poison && all.some(({ n }) => n === 13)) throw new Error('thirteen')
        batches.push(all.map(({ n }) => n))
      }),
    ],
    tasks: [doThing],
  }

  const until = async (what: () => boolean) => {
    for (let i = 0; i < 200 && !what(); i++) await sleep(50)
    assert.ok(what(), 'it never came')
  }

  before(async () => {
    const made = await testDatabase()
    drop = made.drop
    const log = createLog('silent')
    database = openDatabase(made.ownerUrl, log)
    await database.owner.query(`INSERT INTO workspaces (id, slug, name) VALUES ($1, 'w', 'w')`, [workspaceId])
    tools = {
      now: () => now,
      log,
      publicUrl: 'http://localhost',
      smtpUrl: null,
      seal: createSeal('x'.repeat(20)),
      threads: createThreads(log),
      models: {
        sentiment: new Uint8Array(),
        clauses: new Uint8Array(),
        intent: new Uint8Array(),
        emotion: new Uint8Array(),
        meaning: new Uint8Array(),
      },
      outside: null,
    }
    queue = await openQueue(made.ownerUrl, database, tools, plan, { work: true })
  })
  after(async () => {
    await queue.stop()
    await database.close()
    await drop()
  })

  it('delivers what a committed transaction announced, and nothing of one that was undone', async () => {
    const db = database.in(workspaceId)
    await db.transaction(async (tx) => {
      for (const n of [1, 2, 3]) await emit(tx, thingHappened, { n })
      await sendTask(tx, doThing, { what: 'task' })
    })
    await assert.rejects(
      db.transaction(async (tx) => {
        await emit(tx, thingHappened, { n: 99 })
        throw new Error('undone')
      }),
    )
    assert.equal(await queue.relay(), 4)
    assert.equal(await queue.relay(), 0)
    await until(() => heard.length === 3 && done.length === 1 && batches.flat().length === 3)
    assert.deepEqual(heard.toSorted(), [1, 2, 3])
  })

  it('lets one bad member of a batch fail alone', async () => {
    const db = database.in(workspaceId)
    await db.transaction(async (tx) => {
      for (const n of [11, 12, 13, 14]) await emit(tx, thingHappened, { n })
    })
    await queue.relay()
    await until(() => [11, 12, 14].every((n) => batches.flat().includes(n)))
    assert.ok(!batches.flat().includes(13))
    poison = false
    await until(() => batches.flat().includes(13))
    assert.equal(batches.flat().filter((n) => n === 11).length, 1)
  })

  it('keeps what fails for good, to be sent again', async () => {
    await queue.boss.send('dead', { workspaceId, handler: 'test.hear', payload: { n: 7 } })
    const [letter] = await deadLetters(database.owner, workspaceId, 10)
    assert.equal(letter?.handler, 'test.hear')
    assert.equal(await sendAgain(database.owner, workspaceId, letter?.id ?? ''), letter?.handler)
    assert.equal(await sendAgain(database.owner, workspaceId, letter?.id ?? ''), null)
    await queue.relay()
    await until(() => heard.includes(7))
    assert.deepEqual(await deadLetters(database.owner, workspaceId, 10), [])
  })
})
