/** A walk through the voices to be judged: which one stands before the person, and where it goes from there. */

type Item = { feedbackId: string }

/** `judged` holds whatever was said and not taken back, sent or not. */
type Judged = Pick<ReadonlySet<string>, 'has'>

const isOpen =
  (judged: Judged) =>
  ({ feedbackId }: Item) =>
    !judged.has(feedbackId)

/**
 * The next voice that nobody spoke of, from the one after `id` on, or before it where `step` is -1; null at the end.
 * Of an id that is not in the list, and of null, the first one.
 */
export function nextOpen<T extends Item>(
  items: readonly T[],
  id: string | null,
  judged: Judged,
  step: 1 | -1 = 1,
): T | null {
  const at = items.findIndex(({ feedbackId }) => feedbackId === id)
  const way = step === 1 ? items.slice(at + 1) : items.slice(0, Math.max(at, 0)).reverse()
  return way.find(isOpen(judged)) ?? null
}

/** How many wait after `id`: few of them, and it is time to ask for more. */
export const openAfter = (items: readonly Item[], id: string | null, judged: Judged): number =>
  items.slice(items.findIndex(({ feedbackId }) => feedbackId === id) + 1).filter(isOpen(judged)).length

/** Those that were passed over. */
export const passedOver = <T extends Item>(items: readonly T[], judged: Judged): T[] => items.filter(isOpen(judged))

/** Two lists without doubles: a voice that changed its place between two pages comes only once. */
export function withoutDoubles<T extends Item>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.feedbackId, item])).values()]
}
