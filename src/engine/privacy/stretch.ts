/** A part of a text, in UTF-16 units: from ≤ i < to. */
export type Stretch = { from: number; to: number }
