import { newKey } from '../../../ids.ts'

/** A row of an ordered list while it is edited: its key stays with it wherever it moves. */
export type Row<T> = { key: string; value: T }

export const rowsOf = <T>(values: readonly T[]): Row<T>[] => values.map((value) => ({ key: newKey(), value }))

/** The row at `from` one place up (-1) or down (1); the same list at its ends. */
export function moved<T>(rows: readonly Row<T>[], from: number, step: -1 | 1): Row<T>[] {
  const to = from + step
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return [...rows]
  const others = rows.filter((_, i) => i !== from)
  return [...others.slice(0, to), row, ...others.slice(to)]
}
