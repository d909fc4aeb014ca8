/** Loading the demo workspace from the app: asked for once, done in the background. */
import { z } from 'zod'
import { workspaceIdOf } from '../modules/accounts/index.ts'
import { can, type Route, route } from '../platform/http/route.ts'
import { sendTask } from '../platform/jobs/define.ts'
import { workspaceId } from '../shared/contracts/values.ts'
import { BRAND } from './cast.ts'
import { loadDemoTask } from './demo.jobs.ts'
import { isFinished, loadedShare } from './load.store.ts'

const DemoState = z.strictObject({
  state: z.enum(['none', 'loading', 'loaded']),
  workspaceId: workspaceId.nullable(),
  share: z.number().meta({ description: 'How much of it is loaded, 0 to 1' }),
})

const postDemo = route({
  method: 'POST',
  path: '/api/v1/demo',
  who: can('workspace:change'),
  summary: 'Load the demo workspace, once, in the background',
  status: 202,
  async run({ db, user }) {
    await db.transaction((tx) => sendTask(tx, loadDemoTask, { personId: user.id }))
  },
})

const getDemo = route({
  method: 'GET',
  path: '/api/v1/demo',
  who: can('workspace:change'),
  summary: 'Whether the demo workspace is there',
  reply: DemoState,
  async run({ database }) {
    const id = await workspaceIdOf(database, BRAND.slug)
    if (id === null) return { state: 'none' as const, workspaceId: null, share: 0 }
    const db = database.in(id)
    if (await isFinished(db)) return { state: 'loaded' as const, workspaceId: id, share: 1 }
    return { state: 'loading' as const, workspaceId: id, share: await loadedShare(db) }
  },
})

export const demoRoutes: readonly Route[] = [postDemo, getDemo]
