import { defineJob } from '../../platform/jobs/define.ts'
import { decideDue } from './decision.actions.ts'
import { workspacesDue } from './verification.store.ts'

/** Safe to run twice or in parallel: the improvement is held while it is decided, and a result is written once. */
export const verifyImprovements = defineJob({
  name: 'improvements.verify',
  every: '1 minute',
  workspaces: workspacesDue,
  run: async ({ db, now }) => ({ decided: await decideDue(db, now) }),
})

export const improvementJobs = [verifyImprovements]
