import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../db/db.ts'

export type Metrics = { observe(route: string, status: number, seconds: number): void; text(): Promise<string> }

/** What Prometheus reads. Waiting work is counted when it asks, never in between. */
export function openMetrics(database: Database): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const answers = new Counter({
    name: 'hx_http_answers_total',
    help: 'Answers by route and status.',
    labelNames: ['route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'hx_http_seconds',
    help: 'Seconds from request to answer, by route.',
    labelNames: ['route'],
    registers,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })
  const resident = new Gauge({ name: 'hx_process_resident_bytes', help: 'Memory of this process.', registers })
  const waiting = new Gauge({ name: 'hx_outbox_waiting', help: 'Events not yet relayed to the queue.', registers })
  const oldest = new Gauge({
    name: 'hx_outbox_oldest_seconds',
    help: 'Age of the oldest event not yet relayed.',
    registers,
  })
  const connections = new Gauge({
    name: 'hx_database_connections',
    help: 'Connections of this process to the database.',
    labelNames: ['state'],
    registers,
  })
  return {
    observe(route, status, took) {
      answers.inc({ route, status })
      seconds.observe({ route }, took)
    },
    async text() {
      resident.set(process.memoryUsage.rss())
      connections.set({ state: 'open' }, database.pool.totalCount)
      connections.set({ state: 'waiting' }, database.pool.waitingCount)
      const { rows } = await database.owner.query<{ n: number; age: number }>(
        `SELECT count(*) AS n, coalesce(extract(epoch FROM clock_timestamp() - min(happened_at)), 0)::float8 AS age FROM outbox WHERE relayed_at IS NULL`,
      )
      waiting.set(rows[0]?.n ?? 0)
      oldest.set(rows[0]?.age ?? 0)
      return await registry.metrics()
    },
  }
}
