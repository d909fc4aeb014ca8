import { Refusal } from '../../platform/errors.ts'

export const noSuchExample = () => new Refusal('not-found', 'example.not-found', 'There is no such example.')
export const tooManyExamples = (most: number) =>
  new Refusal('conflict', 'example.too-many', `A category has at most ${most} examples; take some away first.`, {
    most,
  })
export const notLearned = () =>
  new Refusal('conflict', 'category.not-learned', 'Nothing is learned of this category yet; give more examples.')
