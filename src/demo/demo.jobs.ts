import { z } from 'zod'
import { addMember } from '../modules/accounts/index.ts'
import { type AnyTask, defineTask } from '../platform/jobs/define.ts'

/** Safe to run twice: it is loaded once and goes on where it was broken off. */
export const loadDemoTask = defineTask({
  name: 'demo.load',
  schema: z.object({ personId: z.string() }),
  async run({ personId }, { database, tools }) {
    const { loadDemo } = await import('./load.ts')
    const { workspaceId: id } = await loadDemo({ database, tools })
    await addMember(database.in(id), personId, 'owner', tools.now())
  },
})

export const demoTasks: readonly AnyTask[] = [loadDemoTask]
