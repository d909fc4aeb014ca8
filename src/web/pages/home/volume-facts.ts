/** The order of the stack, from the ground up. */
export const SENTIMENT_ORDER = ['positive', 'neutral', 'negative'] as const

type Voices = { n: number; before: number; negative: number; negativeBefore: number }

/** By how many whole percentage points the negative share moved; null when there was nothing before. */
export function shareChange({ n, before, negative, negativeBefore }: Voices): number | null {
  if (n === 0 || before === 0) return null
  return Math.round((negative / n) * 100) - Math.round((negativeBefore / before) * 100)
}
