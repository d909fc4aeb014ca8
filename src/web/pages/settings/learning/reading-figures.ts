/** What figures of learning mean in words. */

type Interval = { low: number; high: number } | null

/** Below so many judgements an interval is too wide to lean on. */
export const FEW_JUDGEMENTS = 30

/**
 * How far two people agree beyond chance, in words.
 *
 * @param kappa   Cohen's kappa, −1…1
 * @source        the bands of Landis & Koch 1977, Biometrics 33:159–174
 */
export function meaningOf(kappa: number): 'chance' | 'fair' | 'moderate' | 'substantial' | 'full' {
  if (kappa <= 0.2) return 'chance'
  if (kappa <= 0.4) return 'fair'
  if (kappa <= 0.6) return 'moderate'
  return kappa <= 0.8 ? 'substantial' : 'full'
}

export type Measured = { rate: number | null; interval: Interval }

/** Whether the later of two shares is clearly higher or lower: only where their 95 % intervals lie apart. Equal ones are the same. */
export function movement(before: Measured, after: Measured): 'up' | 'down' | 'same' | 'unclear' {
  if (before.interval === null || after.interval === null) return 'unclear'
  if (before.rate === after.rate) return 'same'
  if (after.interval.low > before.interval.high) return 'up'
  return after.interval.high < before.interval.low ? 'down' : 'unclear'
}

type Version = {
  number: number
  figures: readonly { field: string; sample: string; accuracy: Counted; shipped: Counted | null }[]
}
type Counted = Measured & { hits: number; of: number }

/**
 * How right each version was about a field of one kind of voices, the oldest first. Before the first version stands the
 * engine as it ships (0), on the voices that the first version was checked on.
 *
 * @param versions  newest first
 */
export function courseOf(
  versions: readonly Version[],
  field: string,
  sample: string,
): { number: number; accuracy: Counted }[] {
  const course = versions.flatMap(({ number, figures }) =>
    figures
      .filter((each) => each.field === field && each.sample === sample && each.accuracy.rate !== null)
      .map(({ accuracy, shipped }) => ({ number, accuracy, shipped })),
  )
  const shipped = course.find(({ number }) => number === 1)?.shipped
  const points = course.map(({ number, accuracy }) => ({ number, accuracy }))
  return [...points, ...(shipped ? [{ number: 0, accuracy: shipped }] : [])].reverse()
}
