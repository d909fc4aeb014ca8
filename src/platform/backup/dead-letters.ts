import type { ClientBase } from 'pg'
import { PgBoss } from 'pg-boss'
import { openLanes, QUEUE } from '../jobs/lanes.ts'
import type { DeadPart } from './parts.ts'

/** Puts what failed for good where Settings shows it, with its reason; the queue's tables are made for it. */
export async function putDeadLetters(url: string, client: ClientBase, letters: DeadPart['letters']): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, ...QUEUE, supervise: false })
  await boss.start()
  try {
    await openLanes(boss)
    for (const { data, output, createdOn } of letters) {
      const id = await boss.send('dead', data)
      await client.query('UPDATE hx_queue.job SET output = $2, created_on = $3, start_after = $3 WHERE id = $1', [
        id,
        JSON.stringify(output),
        createdOn,
      ])
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
