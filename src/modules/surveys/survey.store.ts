import { all, at, type Db, json, type Lookups, type Query, sql } from '../../platform/db/db.ts'
import { RESPONSES_COUNTED_TO, type SurveyState } from '../../shared/contracts/surveys.ts'
import type { Definition } from '../../shared/questions/definition.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type SurveyRow = {
  id: string
  slug: string
  title: string
  template: string
  state: SurveyState
  version: number
  draft: Definition
  createdAt: Instant
  changedAt: Instant
}

export type SurveyItemRow = Omit<SurveyRow, 'draft' | 'template'> & {
  responses: number
  lastAnsweredAt: Instant | null
}

const COLUMNS = sql`
  s.id, s.slug, s.title, s.template, s.state, s.version, s.draft, s.created_at AS "createdAt", s.changed_at AS "changedAt"`

/** How many have answered, counted up to a bound, and when the last did; both by the index of one survey. */
const ANSWERED = sql`
  (SELECT count(*) FROM (SELECT FROM responses r WHERE r.survey_id = s.id LIMIT ${RESPONSES_COUNTED_TO}) counted)::int AS responses,
  (SELECT max(r.completed_at) FROM responses r WHERE r.survey_id = s.id) AS "lastAnsweredAt"`

export function surveyRow(db: Db, id: string): Promise<SurveyRow | null> {
  return db.maybe<SurveyRow>(sql`SELECT ${COLUMNS} FROM surveys s WHERE s.id = ${id}`)
}

/** The survey, held until the transaction ends: those who also want it wait. */
export function lockSurvey(tx: Db, id: string): Promise<SurveyRow | null> {
  return tx.maybe<SurveyRow>(sql`SELECT ${COLUMNS} FROM surveys s WHERE s.id = ${id} FOR UPDATE`)
}

export function surveyItems(
  db: Db,
  wanted: { state?: SurveyState | undefined },
  after: { at: Instant; id: string } | null,
  limit: number,
): Promise<SurveyItemRow[]> {
  const conditions: Query[] = []
  if (wanted.state !== undefined) conditions.push(sql`s.state = ${wanted.state}`)
  if (after !== null) conditions.push(sql`(s.created_at, s.id) < (${at(after.at)}, ${after.id}::uuid)`)
  return db.many<SurveyItemRow>(sql`
    SELECT s.id, s.slug, s.title, s.state, s.version, s.created_at AS "createdAt", s.changed_at AS "changedAt", ${ANSWERED}
    FROM surveys s WHERE ${all(conditions)} ORDER BY s.created_at DESC, s.id DESC LIMIT ${limit}`)
}

export function answeredOf(db: Db, id: string): Promise<{ responses: number; lastAnsweredAt: Instant | null }> {
  return db.one(sql`SELECT ${ANSWERED} FROM surveys s WHERE s.id = ${id}`)
}

/** False when the slug is taken, in this workspace or another. */
export async function insertSurvey(
  tx: Db,
  survey: Pick<SurveyRow, 'id' | 'slug' | 'title' | 'template' | 'draft'> & { by: string; now: Instant },
): Promise<boolean> {
  const { id, slug, title, template, draft, by, now } = survey
  return (
    (await tx.run(sql`
    INSERT INTO surveys (id, slug, title, template, draft, created_by, created_at, changed_at)
    VALUES (${id}, ${slug}, ${title}, ${template}, ${json(draft)}, ${by}, ${at(now)}, ${at(now)})
    ON CONFLICT (slug) DO NOTHING`)) === 1
  )
}

/** True when `expected` was still the moment of the last change. Every change has a later moment than the one before. */
export async function updateDraft(
  db: Db,
  survey: { id: string; title: string; draft: Definition; expected: Instant; now: Instant },
): Promise<boolean> {
  const { id, title, draft, expected, now } = survey
  return (
    (await db.run(sql`
    UPDATE surveys SET draft = ${json(draft)}, title = ${title}, changed_at = greatest(${at(now)}, changed_at + interval '1 millisecond')
    WHERE id = ${id} AND changed_at = ${at(expected)}`)) === 1
  )
}

/** False when another survey has the slug; a definer function looks across all workspaces. */
export async function isSlugFree(lookups: Pick<Lookups, 'maybe'>, slug: string, besides: string): Promise<boolean> {
  const taken = await lookups.maybe<{ id: string }>(sql`SELECT survey_id AS id FROM survey_by_slug(${slug})`)
  return taken === null || taken.id === besides
}

export async function updateSlug(tx: Db, id: string, slug: string): Promise<void> {
  await tx.run(sql`UPDATE surveys SET slug = ${slug} WHERE id = ${id}`)
}

export async function updateState(tx: Db, id: string, state: SurveyState): Promise<void> {
  await tx.run(sql`UPDATE surveys SET state = ${state} WHERE id = ${id}`)
}

/** Keeps a version for good and opens the survey with it. */
export async function insertVersion(
  tx: Db,
  frozen: { id: string; version: number; definition: Definition; by: string; now: Instant },
): Promise<void> {
  const { id, version, definition, by, now } = frozen
  await tx.run(sql`
    INSERT INTO survey_versions (survey_id, version, definition, published_by, published_at)
    VALUES (${id}, ${version}, ${json(definition)}, ${by}, ${at(now)})`)
  await tx.run(sql`UPDATE surveys SET version = ${version}, state = 'open' WHERE id = ${id}`)
}

export type VersionRow = { version: number; definition: Definition; publishedAt: Instant }

export function versionRow(db: Db, surveyId: string, version: number): Promise<VersionRow | null> {
  return db.maybe<VersionRow>(sql`
    SELECT version, definition, published_at AS "publishedAt" FROM survey_versions
    WHERE survey_id = ${surveyId} AND version = ${version}`)
}

/** Every version, newest first. */
export function versionsOf(db: Db, surveyId: string): Promise<VersionRow[]> {
  return db.many<VersionRow>(sql`
    SELECT version, definition, published_at AS "publishedAt" FROM survey_versions
    WHERE survey_id = ${surveyId} ORDER BY version DESC`)
}

/** True when it was there and nobody had answered it. */
export async function deleteUnanswered(tx: Db, id: string): Promise<boolean> {
  return (
    (await tx.run(sql`
    DELETE FROM surveys s WHERE s.id = ${id} AND NOT EXISTS (SELECT FROM responses r WHERE r.survey_id = s.id)`)) === 1
  )
}

/** Where a survey of that address is, before any workspace is known. */
export function whereIs(
  lookups: Pick<Lookups, 'maybe'>,
  slug: string,
): Promise<{ workspaceId: string; surveyId: string } | null> {
  return lookups.maybe(sql`SELECT workspace_id AS "workspaceId", survey_id AS "surveyId" FROM survey_by_slug(${slug})`)
}

export type AskedRow = {
  id: string
  slug: string
  title: string
  state: SurveyState
  version: number
  definition: Definition | null
  workspaceName: string
  workspaceSettings: unknown
  timezone: string
}

/** What respondents are asked now, and by whom; `definition` is null before the first publication. */
export function askedRow(db: Db, id: string): Promise<AskedRow | null> {
  return db.maybe<AskedRow>(sql`
    SELECT s.id, s.slug, s.title, s.state, s.version, v.definition, w.name AS "workspaceName",
      w.settings AS "workspaceSettings", w.timezone
    FROM surveys s JOIN workspaces w ON w.id = s.workspace_id
    LEFT JOIN survey_versions v ON v.survey_id = s.id AND v.version = s.version
    WHERE s.id = ${id}`)
}
