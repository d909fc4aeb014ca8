import { z } from 'zod'
import { addMember } from '../modules/accounts/index.ts'
import { type AnyTask, defineTask } from '../platform/jobs/define.ts'
import { withoutDigests } from './load.store.ts'

/** Safe to run twice: it is loaded once and goes on where it was broken off. */
export const loadDemoTask = defineTask({
  name: 'demo.load',
  schema: z.object({ personId: z.string() }),
  async run({ personId }, { database, tools }) {
    const { loadDemo } = await import('./load.ts')
    const { workspaceId: id, loaded } = await loadDemo({ database, tools })
    const db = database.in(id)
    await addMember(db, personId, 'owner', tools.now())
    if (loaded) await withoutDigests(db)
  },
})

export const demoTasks: readonly AnyTask[] = [loadDemoTask]
