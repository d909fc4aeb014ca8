/**
 * Which cells of a table the text being read has met, for each gram counts once per text. Small enough for the nearest
 * cache of the processor: marks in a table as wide as the model's would cost more than the model.
 */
let met = new Uint32Array(1024)
let last = met.length - 1

/** Forgets all and makes room for `most` cells. */
export function forgetCells(most: number): void {
  let size = 256
  while (size < most * 2) size *= 2
  if (met.length < size) met = new Uint32Array(size)
  last = size - 1
  met.fill(0, 0, size)
}

/** Whether a cell is met for the first time since `forgetCells`. */
export function isFirstMet(cell: number): boolean {
  const mark = cell + 1
  let at = Math.imul(cell, 0x9e3779b1) & last
  while (met[at] !== 0) {
    if (met[at] === mark) return false
    at = (at + 1) & last
  }
  met[at] = mark
  return true
}
