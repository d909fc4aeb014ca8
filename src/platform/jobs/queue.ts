/**
 * The queue: events become jobs of the listeners that asked for them, and jobs are done.
 *
 * pg-boss keeps them in its own schema. What fails is tried again with growing pauses, and ends as a
 * dead letter that people can see and send again.
 */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/db.ts'
import { reasonOf } from '../errors.ts'
import { markRelayed, type Outgoing, takeUnrelayed } from '../events/outbox.store.ts'
import type { Tools } from '../tools.ts'
import type { AnyTask, Lane, Listener } from './define.ts'
import { LANES, openLanes, QUEUE } from './lanes.ts'

export type Plan = { listeners: readonly Listener[]; tasks: readonly AnyTask[] }

/** One piece of work as the queue keeps it. */
export type Parcel = { workspaceId: string; handler: string; payload: unknown }

const RELAY_BATCH = 500

export type Queue = {
  /** Relays events that wait, until none does. */
  relay(): Promise<number>
  stop(): Promise<void>
  boss: PgBoss
}

/** Opens the queue's tables. `work` false gives a queue that only accepts. */
export async function openQueue(
  url: string,
  database: Database,
  tools: Tools,
  plan: Plan,
  { work }: { work: boolean },
): Promise<Queue> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    connectionString: url,
    max: work ? 4 : 2,
    ...QUEUE,
    supervise: work,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    useListenNotify: work,
  })
  boss.on('error', (error) => tools.log.warn({ reason: reasonOf(error) }, 'the queue reports trouble'))
  await boss.start()
  await openLanes(boss)
  if (work) for (const lane of LANES) await workOn(boss, lane, database, tools, plan)
  return {
    boss,
    relay: () => relayAll(boss, database.owner, plan.listeners),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function workOn(boss: PgBoss, lane: Lane | 'task', database: Database, tools: Tools, plan: Plan): Promise<void> {
  const options = {
    batchSize: lane === 'bulk' ? 200 : lane === 'prompt' ? 20 : 10,
    localConcurrency: lane === 'prompt' ? 2 : 1,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
    perJobResults: true,
  } as const
  await boss.work<Parcel, unknown, typeof options>(lane, options, async (jobs) => {
    const outcomes = await doAll(
      jobs.map(({ id, data }) => ({ id, ...data })),
      database,
      tools,
      plan,
    )
    return jobs.map(({ id }) => {
      const reason = outcomes.get(id)
      return reason === undefined
        ? { id, status: 'completed' as const }
        : { id, status: 'failed' as const, output: { reason } }
    })
  })
}

/** Does parcels, batching what may be batched; gives the reason for each one that failed. */
export async function doAll(
  parcels: readonly (Parcel & { id: string })[],
  database: Database,
  tools: Tools,
  plan: Plan,
): Promise<Map<string, string>> {
  const failed = new Map<string, string>()
  for (const group of grouped(parcels, plan.listeners)) {
    const reason = await tryGroup(group, database, tools, plan)
    if (reason === null) continue
    if (group.length === 1) failed.set(group[0]?.id ?? '', reason)
    else
      for (const parcel of group)
        await tryGroup([parcel], database, tools, plan).then((why) => why !== null && failed.set(parcel.id, why))
  }
  return failed
}

/** Null when done, else why not. A batch that failed is done again one by one: a bad member takes no others with it. */
async function tryGroup(
  group: readonly (Parcel & { id: string })[],
  database: Database,
  tools: Tools,
  plan: Plan,
): Promise<string | null> {
  try {
    await doGroup(group, database, tools, plan)
    return null
  } catch (error) {
    tools.log.warn(
      { handler: group[0]?.handler, n: group.length, reason: reasonOf(error) },
      'work failed and will be tried again',
    )
    return reasonOf(error).slice(0, 500)
  }
}

async function doGroup(
  group: readonly (Parcel & { id: string })[],
  database: Database,
  tools: Tools,
  plan: Plan,
): Promise<void> {
  const [first] = group
  if (first === undefined) return
  const work = { db: database.in(first.workspaceId), database, now: tools.now(), tools }
  const listener = plan.listeners.find(({ name }) => name === first.handler)
  if (listener !== undefined)
    return await listener.handle(
      group.map(({ payload }) => payload),
      work,
    )
  const task = plan.tasks.find(({ name }) => name === first.handler)
  if (task === undefined) throw new Error(`nobody handles ${first.handler}`)
  for (const { payload } of group) await task.handle(payload, work)
}

function grouped(
  parcels: readonly (Parcel & { id: string })[],
  listeners: readonly Listener[],
): (Parcel & { id: string })[][] {
  const sizes = new Map(listeners.map(({ name, batch }) => [name, batch]))
  const open = new Map<string, (Parcel & { id: string })[]>()
  const groups: (Parcel & { id: string })[][] = []
  for (const parcel of parcels) {
    const key = `${parcel.workspaceId} ${parcel.handler}`
    const group = open.get(key)
    if (group !== undefined && group.length < (sizes.get(parcel.handler) ?? 1)) {
      group.push(parcel)
      continue
    }
    const fresh = [parcel]
    open.set(key, fresh)
    groups.push(fresh)
  }
  return groups
}

async function relayAll(boss: PgBoss, owner: Pool, listeners: readonly Listener[]): Promise<number> {
  let relayed = 0
  for (;;) {
    const count = await relayOnce(boss, owner, listeners)
    relayed += count
    if (count < RELAY_BATCH) return relayed
  }
}

/** Events leave the outbox in the same transaction that puts their jobs into the queue. */
async function relayOnce(boss: PgBoss, owner: Pool, listeners: readonly Listener[]): Promise<number> {
  const client = await owner.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const events = await takeUnrelayed(client, RELAY_BATCH)
    if (events.length > 0) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      for (const lane of LANES) {
        const jobs = events.flatMap((event) => parcelsOf(event, lane, listeners))
        if (jobs.length > 0) await boss.insert(lane, jobs, { db })
      }
      await markRelayed(
        client,
        events.map(({ id }) => id),
      )
    }
    await client.query('COMMIT')
    return events.length
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const TASK = 'task:'
const AGAIN = 'again:'

function parcelsOf(event: Outgoing, lane: Lane | 'task', listeners: readonly Listener[]) {
  return handlersOf(event.name, lane, listeners).map((handler) => ({
    id: parcelId(`${event.id} ${handler}`),
    data: { workspaceId: event.workspaceId, handler, payload: event.payload } satisfies Parcel,
  }))
}

/** An event goes to all who listen; a task to its own lane; a dead letter that is sent again to the one that failed. */
function handlersOf(name: string, lane: Lane | 'task', listeners: readonly Listener[]): string[] {
  if (name.startsWith(TASK)) return lane === 'task' ? [name.slice(TASK.length)] : []
  if (name.startsWith(AGAIN)) return lane === 'prompt' ? [name.slice(AGAIN.length)] : []
  return listeners
    .filter((listener) => listener.event === name && listener.lane === lane)
    .map((listener) => listener.name)
}

/** The same event and handler give the same job, however often they are relayed. */
function parcelId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
