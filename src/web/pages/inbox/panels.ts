import type { CaseItem } from './case-types.ts'

/** What may stand in the panel beside the Inbox; one at a time. */
export type Panel =
  | { kind: 'enter' }
  | { kind: 'resolve' | 'promise' | 'hand-over' | 'merge' | 'customer'; caseId: string }
  | { kind: 'resolve-many' | 'hand-over-many'; items: readonly CaseItem[]; done: () => void }

export type Open = (panel: Panel) => void
