import type { CaseItem } from './case-types.ts'

export type OfOneCase = {
  kind: 'resolve' | 'promise' | 'hand-over' | 'merge' | 'link' | 'split' | 'customer'
  caseId: string
}
type OfMany<Kind> = { kind: Kind; items: readonly CaseItem[]; done: () => void }

/** What may stand in the panel beside the Inbox; one at a time. */
export type Panel = { kind: 'enter' } | OfOneCase | OfMany<'resolve-many'> | OfMany<'hand-over-many'>

export type Open = (panel: Panel) => void
