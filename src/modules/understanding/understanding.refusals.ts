import { Refusal } from '../../platform/errors.ts'
import type { Misplaced } from './category-tree.ts'

const WHY: Readonly<Record<Misplaced, string>> = {
  'too-deep': 'Categories have at most three levels.',
  'in-itself': 'A category cannot hang below itself.',
  'parent-retired': 'The category above is out of use.',
  'no-parent': 'There is no such category above.',
}

export const cannotHang = (why: Misplaced) =>
  new Refusal('invalid', `category.${why}`, WHY[why], {}, [{ path: 'parent', message: WHY[why] }])
export const noSuchCategory = () => new Refusal('not-found', 'category.not-found', 'There is no such category.')
export const keyTaken = (key: string) =>
  new Refusal('conflict', 'category.key-taken', 'There is a category with this key.', { key })
export const retiredCategory = () => new Refusal('conflict', 'category.retired', 'This category is out of use.')
export const notMergeable = () =>
  new Refusal('conflict', 'category.not-mergeable', 'A category is merged into another one, while it is in use.')
export const categoryInUse = () =>
  new Refusal('conflict', 'category.has-children', 'Move or retire what hangs below this category first.')
export const notSplit = () =>
  new Refusal('not-found', 'category.not-split', 'This category has no split that could be taken back.')
export const changedSinceSplit = () =>
  new Refusal(
    'conflict',
    'category.changed-since-split',
    'The tree was changed there since; take it back step by step.',
  )
export const unknownCategories = () =>
  new Refusal('invalid', 'category.unknown', 'One of these categories is not in use here.', {}, [
    { path: 'categories', message: 'not a category in use' },
  ])
export const notUnderstoodYet = () =>
  new Refusal('conflict', 'understanding.pending', 'This feedback is being read; correct it in a few seconds.')
export const noSuchVersion = () => new Refusal('not-found', 'learning.not-found', 'There is no such version.')
export const versionForgotten = () =>
  new Refusal('conflict', 'learning.forgotten', 'Of this version only the figures were kept; use a newer one.')
export const notJudged = () => new Refusal('not-found', 'review.not-judged', 'You have not judged this feedback.')
export const judgedSince = () =>
  new Refusal('conflict', 'review.judged-since', 'Somebody has said something of this feedback since.')
