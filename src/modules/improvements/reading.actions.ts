/** What is shown of an improvement: rows put into words and figures. */
import type { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import type {
  Board,
  Improvement,
  ImprovementItem,
  ImprovementQuery,
  LinkedVoice,
  PlanChoices,
  Step,
  Verification,
  VerificationResult,
} from '../../shared/contracts/improvements.ts'
import { STAGES } from '../../shared/contracts/improvements.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { type Measured, verdictSentence } from '../../shared/improvements/verdict-sentence.ts'
import { isChoice, OTHER } from '../../shared/questions/question.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { speak } from '../../shared/words/catalogues.ts'
import { categoryChoices, ownerChoices, productChoices, surveyChoices } from './choice.store.ts'
import { noPlan, noSuchImprovement } from './improvement.refusals.ts'
import { countByStage, improvementById, listImprovements, stepsOf } from './improvement.store.ts'
import { linkedVoices } from './link.store.ts'
import { traitsOf } from './metric.ts'
import { observe } from './observation.store.ts'
import { countOf, type StoredResult, unitOf } from './result.ts'
import { readPlan } from './verification.actions.ts'
import { type PlanRow, plansOf } from './verification.store.ts'
import { boardOf, categoryName, itemOf, personRef, viewOf } from './view.ts'

type Paged<Item> = { items: Item[]; nextCursor: string | null }
type Page = { limit: number; cursor?: string | undefined }

/** One more row than asked for tells that there is a further page. */
function paged<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  place: (row: Row) => (string | number)[],
): Paged<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(show), nextCursor: last === undefined ? null : cursorOf(place(last)) }
}

function momentAndId(cursor: string | undefined): { at: Instant; id: string } | null {
  const [at, id] = readCursor(cursor, 2) ?? []
  return at === undefined ? null : { at: Number(at) as Instant, id: String(id) }
}

export async function improvementView(db: Db, id: string, locale: Locale): Promise<Improvement> {
  const row = await improvementById(db, id)
  if (row === null) throw noSuchImprovement()
  return viewOf(row, locale)
}

async function wantImprovement(db: Db, id: string): Promise<void> {
  if ((await improvementById(db, id)) === null) throw noSuchImprovement()
}

export async function improvementPage(
  db: Db,
  { limit, cursor, ...wanted }: ImprovementQuery,
  locale: Locale,
): Promise<Paged<ImprovementItem>> {
  const [below = null] = readCursor(cursor, 1) ?? []
  const rows = await listImprovements(db, wanted, below === null ? null : Number(below), limit + 1)
  return paged(
    rows,
    limit,
    (row) => itemOf(row, locale),
    ({ number }) => [number],
  )
}

/** A column shows so many, the newest; the list has them all. */
const COLUMN_LIMIT = 100

export async function board(db: Db, locale: Locale): Promise<z.output<typeof Board>> {
  return await db.transaction(async (tx) => {
    const totals = await countByStage(tx)
    const rows = new Map<(typeof STAGES)[number], Awaited<ReturnType<typeof listImprovements>>>()
    for (const stage of STAGES)
      if (totals.has(stage)) rows.set(stage, await listImprovements(tx, { stage }, null, COLUMN_LIMIT))
    return boardOf(rows, totals, locale)
  })
}

export async function stepPage(db: Db, id: string, { limit, cursor }: Page): Promise<Paged<z.output<typeof Step>>> {
  await wantImprovement(db, id)
  const rows = await stepsOf(db, id, momentAndId(cursor), limit + 1)
  return paged(
    rows,
    limit,
    ({ byId, byName, ...step }) => ({ ...step, by: personRef(byId, byName) }),
    (row) => [row.at, row.id],
  )
}

export async function voicePage(
  db: Db,
  id: string,
  { limit, cursor }: Page,
): Promise<Paged<z.output<typeof LinkedVoice>>> {
  await wantImprovement(db, id)
  const rows = await linkedVoices(db, id, momentAndId(cursor), limit + 1)
  return paged(
    rows,
    limit,
    ({ byId, byName, ...voice }) => ({ ...voice, linkedBy: personRef(byId, byName) }),
    (row) => [row.linkedAt, row.id],
  )
}

/** A stored result with its sentence. */
export const saidResult = (metric: Measured, result: StoredResult, locale: Locale): VerificationResult => ({
  ...result,
  sentence: verdictSentence(speak(locale), locale, metric, result),
})

const shown = (row: PlanRow, locale: Locale) => {
  const plan = readPlan(row)
  return {
    round: row.round,
    plan,
    hash: row.hash,
    frozenAt: row.frozenAt,
    result: row.result && saidResult(plan.metric, row.result, locale),
  }
}

/** The latest plan with how far it has come and what it found, and the rounds before it. */
export async function verificationView(db: Db, id: string, locale: Locale): Promise<Verification> {
  return await db.transaction(async (tx) => {
    const [latest, ...earlier] = await plansOf(tx, id)
    if (latest === undefined) {
      await wantImprovement(tx, id)
      throw noPlan()
    }
    const { plan, ...rest } = shown(latest, locale)
    const { metric, filter } = plan
    const { measure, warning } = traitsOf(metric.kind)
    const now = async (window: typeof plan.before) => countOf(await observe(tx, { metric, filter, window }))
    const progress = latest.result ?? { before: await now(plan.before), after: await now(plan.after) }
    return {
      ...rest,
      plan,
      frozenBy: personRef(latest.frozenBy, latest.frozenByName),
      dueAt: latest.dueAt,
      warnings: warning === null ? [] : [warning],
      unit: unitOf(measure),
      progress: { before: progress.before, after: progress.after },
      earlier: earlier.map((row) => shown(row, locale)),
    }
  })
}

/** What a plan may be made of, named in the reader's language. */
export async function planChoices(db: Db, locale: Locale): Promise<z.output<typeof PlanChoices>> {
  return await db.transaction(async (tx) => ({
    categories: (await categoryChoices(tx)).map(({ id, names, key, level }) => ({
      id,
      name: categoryName(names, key, locale),
      level,
    })),
    surveys: (await surveyChoices(tx)).map(({ id, title, definition }) => ({
      id,
      title,
      questions: definition.questions.filter(isChoice).map(({ key, label, options, other }) => ({
        key,
        label: textIn(label, locale) ?? key,
        options: [
          ...options.map((option) => ({ key: option.key, label: textIn(option.label, locale) ?? option.key })),
          ...(other ? [{ key: OTHER, label: OTHER }] : []),
        ],
      })),
    })),
    products: await productChoices(tx),
    people: await ownerChoices(tx),
  }))
}

const textIn = (texts: Partial<Record<Locale, string>>, locale: Locale): string | undefined =>
  texts[locale] ?? Object.values(texts)[0]
