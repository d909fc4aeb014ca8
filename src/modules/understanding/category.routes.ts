import { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { NewSplit, SplitDone, SplitSuggested, SplitWanted } from '../../shared/contracts/learning.ts'
import {
  CategoryHistory,
  CategoryTree,
  CategoryView,
  MergeCategory,
  NewCategory,
  PatchCategory,
} from '../../shared/contracts/taxonomy.ts'
import { categoryId } from '../../shared/contracts/values.ts'
import {
  addCategory,
  changeCategory,
  ensureTaxonomy,
  mergeCategory,
  retireCategory,
  reviveCategory,
} from './category.actions.ts'
import { allCategories, type Category, categoryHistory } from './category.store.ts'
import { split, suggestSplit, undoSplit } from './split.actions.ts'
import { noSuchCategory } from './understanding.refusals.ts'

const PATH = '/api/v1/categories/:categoryId'
const params = z.object({ categoryId })

const viewOf = ({ parentId, ...rest }: Category): z.output<typeof CategoryView> => ({ ...rest, parent: parentId })

async function shown(db: Db, id: string): Promise<z.output<typeof CategoryView>> {
  const category = (await allCategories(db)).find((each) => each.id === id)
  if (category === undefined) throw noSuchCategory()
  return viewOf(category)
}

export const categoryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/categories',
    who: can('feedback:read'),
    summary: 'The tree of categories, parents before children, with those out of use.',
    reply: CategoryTree,
    async run({ db, now }) {
      return { items: (await ensureTaxonomy(db, now)).map(viewOf) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/categories',
    who: can('taxonomy:change'),
    summary: 'Add a category, at most on the third level.',
    body: NewCategory,
    reply: CategoryView,
    status: 201,
    async run({ body, db, user, origin, now }) {
      return await shown(db, await addCategory(db, body, { by: user.id, address: origin.address, now }))
    },
  }),
  route({
    method: 'PATCH',
    path: PATH,
    who: can('taxonomy:change'),
    summary: 'Rename, redefine or move a category, or change the words that speak of it.',
    params,
    body: PatchCategory,
    reply: CategoryView,
    async run({ params, body, db, user, origin, now }) {
      return await shown(
        db,
        await changeCategory(db, params.categoryId, body, { by: user.id, address: origin.address, now }),
      )
    },
  }),
  route({
    method: 'PUT',
    path: `${PATH}/retirement`,
    who: can('taxonomy:change'),
    summary: 'Take a category and all below it out of use. What is filed there stays.',
    params,
    reply: CategoryView,
    async run({ params, db, user, origin, now }) {
      return await shown(db, await retireCategory(db, params.categoryId, { by: user.id, address: origin.address, now }))
    },
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/retirement`,
    who: can('taxonomy:change'),
    summary: 'Take a category into use again.',
    params,
    reply: CategoryView,
    async run({ params, db, user, origin, now }) {
      return await shown(db, await reviveCategory(db, params.categoryId, { by: user.id, address: origin.address, now }))
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/merge`,
    who: can('taxonomy:change'),
    summary: 'Make a category part of another: its words go there, and its voices count there.',
    params,
    body: MergeCategory,
    reply: CategoryView,
    async run({ params, body, db, user, origin, now }) {
      return await shown(
        db,
        await mergeCategory(db, params.categoryId, body.into, { by: user.id, address: origin.address, now }),
      )
    },
  }),
  route({
    method: 'POST',
    path: `${PATH}/split/suggestion`,
    who: can('taxonomy:change'),
    summary: 'Propose how a category may be parted, and which of its newest voices would go where. Changes nothing.',
    params,
    body: SplitWanted,
    reply: SplitSuggested,
    run: ({ params, body, db, tools }) => suggestSplit(db, params.categoryId, body, tools),
  }),
  route({
    method: 'POST',
    path: `${PATH}/split`,
    who: can('taxonomy:change'),
    summary: 'Part a category and file the voices given; the others are read again in the background.',
    params,
    body: NewSplit,
    reply: SplitDone,
    status: 201,
    async run({ params, body, db, user, origin, now }) {
      const { parts, filed } = await split(db, params.categoryId, body, { by: user.id, address: origin.address, now })
      return { parts: await Promise.all(parts.map((part) => shown(db, part))), filed }
    },
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/split`,
    who: can('taxonomy:change'),
    summary: 'Take the last split of a category back: its parts are part of it again, and voices are filed as before.',
    params,
    reply: CategoryView,
    async run({ params, db, user, origin, now }) {
      return await shown(db, await undoSplit(db, params.categoryId, { by: user.id, address: origin.address, now }))
    },
  }),
  route({
    method: 'GET',
    path: `${PATH}/history`,
    who: can('feedback:read'),
    summary: 'What was changed about a category, newest first.',
    params,
    reply: CategoryHistory,
    async run({ params, db }) {
      await shown(db, params.categoryId)
      return { items: await categoryHistory(db, params.categoryId) }
    },
  }),
]
