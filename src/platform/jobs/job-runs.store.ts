import type { Pool, PoolClient } from 'pg'
import type { Instant } from '../../shared/time/instant.ts'

export type JobRun = { name: string; ranAt: Instant; counts: Record<string, number>; failure: string | null }

/** Keeps the last run that did something or failed, one row a job. */
export async function recordRun(
  owner: Pool | PoolClient,
  name: string,
  counts: Record<string, number>,
  failure: string | null,
): Promise<void> {
  await owner.query(
    `INSERT INTO job_runs (name, ran_at, counts, failure) VALUES ($1, clock_timestamp(), $2, $3)
     ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at, counts = excluded.counts, failure = excluded.failure`,
    [name, JSON.stringify(counts), failure],
  )
}

export async function lastRuns(owner: Pool): Promise<JobRun[]> {
  const { rows } = await owner.query<JobRun>(
    `SELECT name, ran_at AS "ranAt", counts, failure FROM job_runs ORDER BY name`,
  )
  return rows
}
