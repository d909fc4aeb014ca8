import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  AllExamples,
  CategoryLearned,
  ExampleList,
  ExamplesAdded,
  exampleId,
  NewExamples,
  UseLearned,
} from '../../shared/contracts/category-examples.ts'
import { UnderstandingProgress } from '../../shared/contracts/understanding.ts'
import { categoryId } from '../../shared/contracts/values.ts'
import { addExamples, examplesIn, removeExample, replaceExamples } from './category-example.actions.ts'
import { learnedOf, startUsing, stopUsing } from './category-fit.actions.ts'
import { readingProgress, stopReadingAgain } from './reading-again.actions.ts'

const EXAMPLES = '/api/v1/categories/:categoryId/examples'
const LEARNED = '/api/v1/categories/:categoryId/learned'
const AGAIN = '/api/v1/understanding/reading-again'
const params = z.object({ categoryId })

export const categoryFitRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: EXAMPLES,
    who: can('feedback:read'),
    summary: 'Texts and voices that show what belongs to a category and what does not, newest first.',
    params,
    reply: ExampleList,
    async run({ params, db }) {
      return { items: await examplesIn(db, params.categoryId) }
    },
  }),
  route({
    method: 'POST',
    path: EXAMPLES,
    who: can('taxonomy:change'),
    summary: 'Add examples or counter-examples; the category is learned anew in the background.',
    params,
    body: NewExamples,
    reply: ExamplesAdded,
    status: 201,
    run: ({ params, body, db, user, origin, now, tools }) =>
      addExamples(db, params.categoryId, body, { by: user.id, address: origin.address, now, tools }),
  }),
  route({
    method: 'PUT',
    path: EXAMPLES,
    who: can('taxonomy:change'),
    summary: 'Give all examples of a category at once; those that are not among them go.',
    params,
    body: AllExamples,
    reply: ExamplesAdded,
    run: ({ params, body, db, user, origin, now, tools }) =>
      replaceExamples(db, params.categoryId, body, { by: user.id, address: origin.address, now, tools }),
  }),
  route({
    method: 'DELETE',
    path: `${EXAMPLES}/:exampleId`,
    who: can('taxonomy:change'),
    summary: 'Take an example away; the category is learned anew in the background.',
    params: params.extend({ exampleId }),
    run: ({ params, db }) => removeExample(db, params.categoryId, params.exampleId),
  }),
  route({
    method: 'GET',
    path: LEARNED,
    who: can('feedback:read'),
    summary:
      'What was learned of a category from its examples, how right it is, and which of the newest voices it would find.',
    params,
    reply: CategoryLearned,
    run: ({ params, db }) => learnedOf(db, params.categoryId),
  }),
  route({
    method: 'PUT',
    path: `${LEARNED}/use`,
    who: can('taxonomy:change'),
    summary: 'Read new voices with what was learned of a category; if wanted, read old ones again.',
    params,
    body: UseLearned,
    reply: CategoryLearned,
    async run({ params, body, db, user, origin, now }) {
      await startUsing(db, params.categoryId, body.again, { by: user.id, address: origin.address, now })
      return await learnedOf(db, params.categoryId)
    },
  }),
  route({
    method: 'DELETE',
    path: `${LEARNED}/use`,
    who: can('taxonomy:change'),
    summary: 'Read voices without what was learned of a category. Its examples stay.',
    params,
    reply: CategoryLearned,
    async run({ params, db, user, origin, now }) {
      await stopUsing(db, params.categoryId, { by: user.id, address: origin.address, now })
      return await learnedOf(db, params.categoryId)
    },
  }),
  route({
    method: 'PUT',
    path: AGAIN,
    who: can('taxonomy:change'),
    summary: 'Go on reading again the voices that were read otherwise.',
    reply: UnderstandingProgress,
    async run({ db }) {
      await stopReadingAgain(db, false)
      return await readingProgress(db)
    },
  }),
  route({
    method: 'DELETE',
    path: AGAIN,
    who: can('taxonomy:change'),
    summary: 'Stop reading voices again; those not reached stay as they were read, until the next change.',
    reply: UnderstandingProgress,
    async run({ db }) {
      await stopReadingAgain(db, true)
      return await readingProgress(db)
    },
  }),
]
