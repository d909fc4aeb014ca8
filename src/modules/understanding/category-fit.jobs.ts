import { defineJob, type Job } from '../../platform/jobs/define.ts'
import { fitCategories, RHYTHM } from './category-fit.actions.ts'
import { workspacesWithCategoriesToFit } from './category-fit.store.ts'

/**
 * Learns categories anew within seconds of a change of their examples. Safe to run twice: a category is taken up by one,
 * and what was learned of it is written once for the changes it was learned from.
 */
const fit = defineJob({
  name: 'understanding.fit-categories',
  every: '5 seconds',
  workspaces: (lookups, now) => workspacesWithCategoriesToFit(lookups, { ...RHYTHM, now }),
  run: ({ db, now, tools }) => fitCategories(db, { now, tools }),
})

export const categoryFitJobs: readonly Job[] = [fit]
