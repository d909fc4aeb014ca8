import { can, type Route, route } from '../../platform/http/route.ts'
import { WordsQuery, WordsView } from '../../shared/contracts/words.ts'
import { sharedReads } from './shared-reads.ts'
import { wordsOf } from './words.actions.ts'

/** Thousands of voices are read for it: who asks the same meanwhile shares it. */
const shared = sharedReads<WordsView>()

const getWords = route({
  method: 'GET',
  path: '/api/v1/insights/words',
  who: can('insight:read'),
  summary:
    'Which words tell the voices that fit from others: how many say them here and there, the odds with their interval.',
  query: WordsQuery,
  reply: WordsView,
  run: ({ query, db, now, tools }) =>
    shared(`${db.workspaceId} ${JSON.stringify(query)}`, () => wordsOf(db, query, { now, tools })),
})

export const wordRoutes: readonly Route[] = [getWords]
