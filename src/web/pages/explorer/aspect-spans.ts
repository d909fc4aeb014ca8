/** Cuts a text so that aspects, which may overlap, can be shown in it. */

export type Aspect = { category: string; polarity: 'positive' | 'neutral' | 'negative'; start: number; end: number }

export type Piece = {
  text: string
  start: number
  /** The aspect that the underline shows: the shortest one here. */
  aspect: Aspect | null
  /** Aspects that end with this piece: their labels stand after it. */
  ending: Aspect[]
}

const fits = ({ start, end }: Aspect, length: number) => start >= 0 && start < end && end <= length

/** The pieces of `text` in order; joined they are the text. Aspects outside it are left out. */
export function piecesOf(text: string, aspects: readonly Aspect[]): Piece[] {
  const inside = aspects.filter((aspect) => fits(aspect, text.length))
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length
    const here = inside.filter((aspect) => aspect.start <= start && aspect.end >= end)
    const shortest = [...here].sort((a, b) => a.end - a.start - (b.end - b.start))[0]
    return {
      text: text.slice(start, end),
      start,
      aspect: shortest ?? null,
      ending: here.filter((one) => one.end === end),
    }
  })
}
