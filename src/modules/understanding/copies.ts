import { isNearDuplicate } from '../../engine/similarity/jaccard.ts'

type Likely = { of: string; feedbackId: string; exact: boolean }

/** Of voices that may be copies those that are: the same to the letter, or nearly so by their texts. */
export function realCopies<Copy extends Likely>(likely: readonly Copy[], texts: ReadonlyMap<string, string>): Copy[] {
  return likely.filter(({ of, feedbackId, exact }) => {
    const [one, other] = [texts.get(of), texts.get(feedbackId)]
    return exact || (one !== undefined && other !== undefined && isNearDuplicate(one, other))
  })
}

type Voice = { feedbackId: string }

/**
 * Two lists as one without doubles, of which every `every`-th place belongs to the second, counted from `shown` that went
 * before. Ends with the first list: what is drawn by chance comes between the others, not behind them. A voice of both
 * counts for where it comes first.
 */
export function interleaved<V extends Voice>(
  first: readonly V[],
  second: readonly V[],
  { every, shown, most }: { every: number; shown: number; most: number },
): { voice: V; isSecond: boolean }[] {
  const all: { voice: V; isSecond: boolean }[] = []
  const taken = new Set<string>()
  const next = (list: readonly V[]) => list.find(({ feedbackId }) => !taken.has(feedbackId))
  while (all.length < most) {
    const turn = (shown + all.length + 1) % every === 0 ? next(second) : undefined
    const voice = turn ?? next(first)
    if (voice === undefined) break
    taken.add(voice.feedbackId)
    all.push({ voice, isSecond: turn !== undefined })
  }
  return all
}
