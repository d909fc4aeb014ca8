import { defineJob, type Job, type Listener, onMany } from '../../platform/jobs/define.ts'
import { FEWEST_FOR_THEMES } from '../../shared/contracts/themes.ts'
import { feedbackUnderstood } from '../understanding/index.ts'
import { workspacesWithThemeNews } from './themes.store.ts'
import { lookForBursts } from './themes-bursts.actions.ts'
import { readNews, search } from './themes-run.actions.ts'
import { workspacesWithThemesDue } from './themes-run.store.ts'

/** When nobody waits for the machine, in the workspace's own zone. */
const NIGHT_HOUR = 3

/** Safe to run twice: a voice is filed once. */
const readUnderstood = onMany(feedbackUnderstood, 'insights.read-themes', (heard, { db, tools }) =>
  readNews(
    db,
    heard.map(({ feedbackId }) => feedbackId),
    tools,
  ),
)

/**
 * Safe to run twice or to kill: nothing of a search is seen before all of it is written, and one that was left behind is
 * begun again. One search at a time on all nodes.
 */
const searchThemes = defineJob({
  name: 'insights.search-themes',
  every: '5 seconds',
  workspaces: (lookups, now) =>
    workspacesWithThemesDue(lookups, { now, fewest: FEWEST_FOR_THEMES, nightHour: NIGHT_HOUR }),
  run: ({ db, tools }) => search(db, tools),
})

/** Safe to run twice or in parallel: a burst is one open row, and is told to each person once. */
const lookForRising = defineJob({
  name: 'insights.look-for-rising-themes',
  every: '1 minute',
  workspaces: workspacesWithThemeNews,
  run: async ({ db, now }) => ({ rising: await lookForBursts(db, now) }),
})

export const themeListeners: readonly Listener[] = [readUnderstood]
export const themeJobs: readonly Job[] = [searchThemes, lookForRising]
