import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { defineJob, type Job, type Listener, on, onMany } from '../../platform/jobs/define.ts'
import { JUDGEMENTS_A_LESSON } from '../../shared/contracts/learning.ts'
import { SECOND } from '../../shared/time/instant.ts'
import { workspaceCreated } from '../accounts/index.ts'
import { feedbackReceived, feedbackReceivedQuietly, feedbackRestored, feedbackSetAside } from '../feedback/index.ts'
import { ensureTaxonomy } from './category.actions.ts'
import { settleSingleWords } from './judging.actions.ts'
import { takeLessonInTurn } from './learning.actions.ts'
import { workspacesToTeach } from './learning.store.ts'
import { readingSettings } from './reading-settings.store.ts'
import { workspacesWithSingleWords } from './review.store.ts'
import { followSetAside, understand, understandAnew } from './understand.actions.ts'
import { outdated, workspacesUnderstoodOtherwise } from './understanding.store.ts'

const BATCH = 200
/** One run ends before the next one begins. */
const RUN_MS = 45 * SECOND
const MOST_BATCHES = 400

/** Safe to run twice: a voice that is understood is left alone. */
const readNew = onMany(
  feedbackReceived,
  'understanding.understand',
  (heard, work) =>
    understand(
      work.db,
      heard.map(({ feedbackId }) => feedbackId),
      work,
    ),
  { lane: 'prompt', batch: BATCH },
)

/** The same for imports, in the lane that may take its turn. */
const readQuiet = onMany(
  feedbackReceivedQuietly,
  'understanding.understand-quietly',
  (heard, work) =>
    understand(
      work.db,
      heard.map(({ feedbackId }) => feedbackId),
      work,
    ),
  { lane: 'bulk', batch: BATCH },
)

/** Safe to run twice: only a change of the mark is written and announced. */
const putAside = on(feedbackSetAside, 'understanding.set-aside', ({ feedbackId }, { db, now }) =>
  followSetAside(db, feedbackId, true, now),
)
const bringBack = on(feedbackRestored, 'understanding.restore', ({ feedbackId }, { db, now }) =>
  followSetAside(db, feedbackId, false, now),
)

/** Safe to run twice: a tree that is there is left alone. */
const plantTree = on(workspaceCreated, 'understanding.plant-categories', (_, { db, now }) => ensureTaxonomy(db, now))

/** Reads again what another engine understood. Safe to run twice: what is read anew is no longer found. */
const readAnew = defineJob({
  name: 'understanding.read-anew',
  every: '1 minute',
  workspaces: (lookups) => workspacesUnderstoodOtherwise(lookups, ENGINE_VERSION),
  async run({ db, tools }) {
    const until = tools.now() + RUN_MS
    let anew = 0
    for (let batch = 0; batch < MOST_BATCHES && tools.now() < until; batch++) {
      const { version, stopped } = await readingSettings(db, ENGINE_VERSION)
      if (stopped) break
      const ids = await outdated(db, version, BATCH)
      if (ids.length === 0) break
      anew += await understandAnew(db, ids, { now: tools.now(), tools })
    }
    return { anew }
  },
})

/**
 * Learns from people's judgements, within a minute of the 20th new one. Safe to run twice: a lesson is kept once for the
 * judgements it was taken from, in one transaction; one that was broken off is taken again.
 */
const learn = defineJob({
  name: 'understanding.learn',
  every: '10 seconds',
  workspaces: (lookups) => workspacesToTeach(lookups, JUDGEMENTS_A_LESSON),
  run: ({ db, now, tools }) => takeLessonInTurn(db, { now, tools }),
})

/** Safe to run twice: a voice whose one word holds waits no more. */
const settleSingles = defineJob({
  name: 'understanding.settle-single-words',
  every: '1 minute',
  workspaces: workspacesWithSingleWords,
  async run({ db, now, tools }) {
    const until = tools.now() + RUN_MS
    let settled = 0
    for (let more = BATCH; more === BATCH && tools.now() < until; settled += more)
      more = await settleSingleWords(db, BATCH, now)
    return { settled }
  },
})

export const understandingListeners: readonly Listener[] = [readNew, readQuiet, putAside, bringBack, plantTree]
export const understandingJobs: readonly Job[] = [readAnew, learn, settleSingles]
