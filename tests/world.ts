/**
 * A whole Huixiang in one process for a test: the real database, routes, listeners and jobs; only the
 * clock is ours, and news is delivered when the test says so.
 */

import type { OutsideModel } from '../src/platform/ai/outside-model.ts'
import { createSeal, hashOf } from '../src/platform/auth/seal.ts'
import { type Database, type Db, openDatabase } from '../src/platform/db/db.ts'
import { readModels } from '../src/platform/files/models.ts'
import { newId, newSecret } from '../src/platform/ids.ts'
import { doAll, type Parcel, type Plan } from '../src/platform/jobs/queue.ts'
import { runJob } from '../src/platform/jobs/schedule.ts'
import { createLog } from '../src/platform/log.ts'
import { createThreads } from '../src/platform/threads.ts'
import type { Tools } from '../src/platform/tools.ts'
import { assemble } from '../src/server/assemble.ts'
import type { Role } from '../src/shared/contracts/permissions.ts'
import { type Instant, instant } from '../src/shared/time/instant.ts'
import { JOBS, LISTENERS, TASKS } from '../src/worker/jobs.ts'
import { testDatabase } from './database.ts'
import type { Major } from './test-server.ts'

export type Answer<Body = Record<string, never>> = { status: number; body: Body; headers: Headers; text: string }

export type World = Awaited<ReturnType<typeof openWorld>>

const START = instant('2026-03-02T02:00:00Z')

/** Opens a world with one workspace at Monday, 2 March 2026, 10:00 in Shanghai. */
export async function openWorld(
  options: {
    now?: Instant
    smtpUrl?: string
    publicUrl?: string
    live?: boolean
    major?: Major
    outside?: OutsideModel
  } = {},
) {
  const { ownerUrl, drop } = await testDatabase({ major: options.major ?? '18' })
  const log = createLog(process.env.HX_LOG ?? 'silent')
  const database = openDatabase(ownerUrl, log, { size: 20 })
  let now = options.now ?? START
  const clock = {
    now: () => now,
    set: (moment: Instant) => {
      now = moment
    },
    advance: (ms: number) => {
      now = (now + ms) as Instant
    },
  }
  const tools: Tools = {
    now: clock.now,
    log,
    publicUrl: options.publicUrl ?? 'http://localhost:7300',
    smtpUrl: options.smtpUrl ?? null,
    seal: createSeal('a secret for tests'),
    threads: createThreads(log),
    models: readModels(),
    outside: options.outside ?? null,
  }
  const plan: Plan = { listeners: LISTENERS, tasks: TASKS }
  const { app, close: closeServer } = assemble({
    database,
    tools,
    databaseUrl: ownerUrl,
    trustProxy: [],
    live: options.live ?? false,
  })
  const workspaceId = await addWorkspace(database, 'main', now)

  return {
    workspaceId,
    database,
    tools,
    app,
    clock,
    ownerUrl,
    db: database.in(workspaceId) as Db,
    /** Another workspace in the same installation. */
    addWorkspace: (slug: string) => addWorkspace(database, slug, now),
    /** A bearer key with a role, in this workspace unless said. */
    keyFor: (role: Role, workspace = workspaceId) => addKey(database, workspace, role, now),
    /** Calls a route as `fetch` would. */
    async call<Body = Record<string, never>>(
      method: string,
      path: string,
      { key, body, headers = {} }: { key?: string; body?: unknown; headers?: Record<string, string> } = {},
    ): Promise<Answer<Body>> {
      const response = await app.request(`http://localhost:7300${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
        }),
      })
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        body: (isJson && text !== '' ? JSON.parse(text) : {}) as Body,
        headers: response.headers,
        text,
      }
    },
    settle: () => settle(database, tools, plan),
    async runJob(name: string) {
      const job = JOBS.find((each) => each.name === name)
      if (job === undefined) throw new Error(`no job ${name}`)
      await runJob(job, database, tools)
    },
    async close() {
      await closeServer()
      await tools.threads.close()
      await database.close()
      await drop()
    },
  }
}

async function addWorkspace(database: Database, slug: string, now: Instant): Promise<string> {
  const id = newId(now)
  await database.owner.query(
    `INSERT INTO workspaces (id, slug, name, created_at) VALUES ($1, $2, $2, to_timestamp($3 / 1000.0))`,
    [id, slug, now],
  )
  await database.owner.query(`INSERT INTO outbox (workspace_id, name, payload) VALUES ($1, 'workspace.created', $2)`, [
    id,
    { workspaceId: id, locale: 'zh-CN' },
  ])
  return id
}

async function addKey(database: Database, workspaceId: string, role: Role, now: Instant): Promise<string> {
  const id = newId(now)
  const key = `hx_${newSecret(32)}`
  const at = new Date(now).toISOString()
  await database.owner.query(`INSERT INTO people (id, kind, name, created_at) VALUES ($1, 'key', $2, $3)`, [
    id,
    `test ${role}`,
    at,
  ])
  await database.owner.query(
    `INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4)`,
    [workspaceId, id, role, at],
  )
  await database.owner.query(
    `INSERT INTO api_keys (workspace_id, id, key_hash, hint, created_at) VALUES ($1, $2, $3, 'test', $4)`,
    [workspaceId, id, hashOf(key), at],
  )
  return key
}

/** Delivers every event and task to its handlers until nothing is left; a handler that throws fails the test. */
async function settle(database: Database, tools: Tools, plan: Plan): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const { rows } = await database.owner.query<{ id: number; workspace_id: string; name: string; payload: unknown }>(
      `UPDATE outbox SET relayed_at = clock_timestamp() WHERE relayed_at IS NULL RETURNING id, workspace_id, name, payload`,
    )
    if (rows.length === 0) return
    const parcels = rows
      .sort((a, b) => a.id - b.id)
      .flatMap((row) =>
        handlersFor(row.name, plan).map((handler): Parcel & { id: string } => ({
          id: `${row.id} ${handler}`,
          workspaceId: row.workspace_id,
          handler,
          payload: row.payload,
        })),
      )
    const failed = await doAll(parcels, database, tools, plan)
    if (failed.size > 0)
      throw new Error(`handlers failed: ${[...failed].map(([id, why]) => `${id}: ${why}`).join('; ')}`)
  }
  throw new Error('news never ends: a listener answers its own event')
}

function handlersFor(name: string, plan: Plan): string[] {
  if (name.startsWith('task:')) return [name.slice(5)]
  if (name.startsWith('again:')) return [name.slice(6)]
  return plan.listeners.filter((listener) => listener.event === name).map((listener) => listener.name)
}
