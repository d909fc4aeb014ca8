import { z } from 'zod'
import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { Dictionary, Learning } from '../../shared/contracts/learning.ts'
import { changeWords, learningOf, makeLive } from './learning.actions.ts'
import { readingSettings } from './reading-settings.store.ts'

const params = z.object({ number: z.coerce.number().int().min(0).max(1_000_000) })

export const learningRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/learning',
    who: can('insight:read'),
    summary: 'What the engine has learned from this workspace: versions, how right they are, and how far people agree.',
    reply: Learning,
    run: ({ db }) => learningOf(db),
  }),
  route({
    method: 'POST',
    path: '/api/v1/learning/versions/:number/use',
    who: can('taxonomy:change'),
    summary: 'Make a version live, back or forth; 0 is the engine as it ships. Voices are read again with it.',
    params,
    reply: Learning,
    async run({ params: { number }, db, user, origin, now }) {
      await makeLive(db, number, { by: user.id, address: origin.address, now })
      return await learningOf(db)
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/settings/dictionary',
    who: can('feedback:read'),
    summary: 'Product names and own words, which are never cut.',
    reply: Dictionary,
    async run({ db }) {
      return { words: (await readingSettings(db, ENGINE_VERSION)).words }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/v1/settings/dictionary',
    who: can('taxonomy:change'),
    summary: 'Replace the workspace’s own words; voices are read again in the background.',
    body: Dictionary,
    reply: Dictionary,
    async run({ body: { words }, db, user, origin, now }) {
      return { words: await changeWords(db, words, { by: user.id, address: origin.address, now }) }
    },
  }),
]
