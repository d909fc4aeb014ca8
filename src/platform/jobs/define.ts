/** How work beside the requests is declared. The lists of what runs are in worker/jobs.ts. */
import type { z } from 'zod'
import type { Instant } from '../../shared/time/instant.ts'
import type { Database, Db, Lookups } from '../db/db.ts'
import type { EventKind } from '../events/event.ts'
import type { Tools } from '../tools.ts'

export { defineEvent } from '../events/event.ts'
export { emit, emitMany, sendTask } from '../events/outbox.store.ts'

export type Work = { db: Db; database: Database; now: Instant; tools: Tools }

/** `prompt` is for what people wait for; `bulk` for what may take its turn behind 100,000 imported rows. */
export type Lane = 'prompt' | 'bulk'

export type Listener = {
  readonly name: string
  readonly event: string
  readonly lane: Lane
  /** Handles news of one workspace; several at once only when declared by `onMany`. */
  readonly batch: number
  handle(payloads: readonly unknown[], work: Work): Promise<void>
}

/** Listens to news. At least once: the handler must be safe to run twice for one event. */
export function on<Payload>(
  event: EventKind<Payload>,
  name: string,
  handler: (payload: Payload, work: Work) => Promise<unknown>,
  lane: Lane = 'prompt',
): Listener {
  return {
    name,
    event: event.name,
    lane,
    batch: 1,
    async handle(payloads, work) {
      for (const payload of payloads) await handler(event.schema.parse(payload), work)
    },
  }
}

/** Listens to news in batches of one workspace each. At least once, as above. */
export function onMany<Payload>(
  event: EventKind<Payload>,
  name: string,
  handler: (payloads: Payload[], work: Work) => Promise<unknown>,
  { lane = 'bulk', batch = 200 }: { lane?: Lane; batch?: number } = {},
): Listener {
  return {
    name,
    event: event.name,
    lane,
    batch,
    handle: async (payloads, work) =>
      void (await handler(
        payloads.map((p) => event.schema.parse(p)),
        work,
      )),
  }
}

/** A task somebody asked for: sent in their transaction, done once, later. */
export type Task<Data> = {
  readonly name: string
  readonly schema: z.ZodType<Data>
  run(data: Data, work: Work): Promise<void>
}

/** A task whatever its data, as the queue keeps it. */
export type AnyTask = { readonly name: string; handle(data: unknown, work: Work): Promise<void> }

export function defineTask<Data>(task: Task<Data>): Task<Data> & AnyTask {
  return { ...task, handle: (data, work) => task.run(task.schema.parse(data), work) }
}

/**
 * What runs by itself. `every` is a rhythm; `workspaces` says which have work due (a definer function
 * answers), and `run` is called once for each. Every job must be safe to run twice or in parallel.
 */
export type Job = {
  readonly name: string
  readonly every: `${number} ${'second' | 'seconds' | 'minute' | 'minutes' | 'hour' | 'hours' | 'day'}`
} & (
  | {
      workspaces(lookups: Lookups, now: Instant): Promise<string[]>
      run(work: Work): Promise<Record<string, number> | undefined>
    }
  | { runOnce(work: Omit<Work, 'db'>): Promise<Record<string, number> | undefined> }
)

export const defineJob = (job: Job): Job => job
