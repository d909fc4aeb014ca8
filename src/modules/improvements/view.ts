import type { z } from 'zod'
import {
  type Board,
  type Improvement,
  type ImprovementItem,
  STAGES,
  type Stage,
} from '../../shared/contracts/improvements.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { ImprovementRow } from './improvement.store.ts'
import { priorityOf } from './priority.ts'
import { movesByHand } from './stage.ts'

/** A category's name in the reader's language, else in one it has. */
export const categoryName = (names: CategoryNames, key: string, locale: Locale): string =>
  names[locale] ?? names['zh-CN'] ?? names['zh-TW'] ?? names.en ?? key

export const personRef = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** An improvement as lists show it, with its priority explained. */
export function itemOf(row: ImprovementRow, locale: Locale): ImprovementItem {
  const {
    id,
    number,
    title,
    stage,
    stageAt,
    severity,
    voices,
    people,
    effort,
    cost,
    benefit,
    dueOn,
    createdAt,
    shippedAt,
  } = row
  return {
    id,
    number,
    title,
    stage,
    stageAt,
    severity,
    reach: { voices, people },
    effort,
    cost,
    benefit,
    priority: priorityOf({
      severity,
      reach: people,
      effort,
      ...(cost !== null && { cost }),
      ...(benefit !== null && { benefit }),
    }),
    owner: personRef(row.ownerId, row.ownerName),
    category:
      row.categoryId === null
        ? null
        : { id: row.categoryId, name: categoryName(row.categoryNames ?? {}, row.categoryKey ?? '', locale) },
    dueOn,
    createdAt,
    shippedAt,
    public: row.public,
    check:
      row.round === null || row.dueAt === null ? null : { round: row.round, dueAt: row.dueAt, verdict: row.verdict },
    moves: movesByHand(stage),
  }
}

export function viewOf(row: ImprovementRow, locale: Locale): Improvement {
  const { problem, cause, solution, notice, changedAt } = row
  return {
    ...itemOf(row, locale),
    problem,
    cause,
    solution,
    notice,
    changedAt,
    createdBy: personRef(row.createdBy, row.createdByName),
  }
}

/** The stages in their order, each with its improvements, the most urgent first. */
export function boardOf(
  rows: ReadonlyMap<Stage, readonly ImprovementRow[]>,
  totals: ReadonlyMap<string, number>,
  locale: Locale,
): z.output<typeof Board> {
  const column = (stage: Stage) => ({
    stage,
    total: totals.get(stage) ?? 0,
    items: (rows.get(stage) ?? [])
      .map((row) => itemOf(row, locale))
      .sort((a, b) => b.priority.score - a.priority.score || b.number - a.number),
  })
  return { columns: STAGES.map(column) }
}
