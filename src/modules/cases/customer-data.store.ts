/** What cases keep of customers. */
import { type Db, sql } from '../../platform/db/db.ts'
import { FILE } from '../../platform/files/files.store.ts'

/** Cases of theirs: opened for them, or holding their voices and nobody else's. */
const ofThem = (ids: readonly string[]) => sql`(c.customer_id = ANY(${[...ids]}::uuid[]) OR (c.customer_id IS NULL
  AND EXISTS (SELECT FROM case_feedback l JOIN feedback f ON f.id = l.feedback_id WHERE l.case_id = c.id AND f.customer_id = ANY(${[...ids]}::uuid[]))
  AND NOT EXISTS (SELECT FROM case_feedback l JOIN feedback f ON f.id = l.feedback_id
    WHERE l.case_id = c.id AND f.customer_id IS NOT NULL AND f.customer_id <> ALL(${[...ids]}::uuid[]))))`

/** What they wrote, in whoever's case it came to stand: by the thread of their mail, or by the code of their page. */
const writtenBy = (ids: readonly string[]) => sql`m.direction = 'in' AND EXISTS (
  SELECT FROM feedback f WHERE f.customer_id = ANY(${[...ids]}::uuid[]) AND (m.source_id LIKE 'page ' || f.query_code || ' %'
    OR EXISTS (SELECT FROM mail_threads t WHERE t.message_id = m.source_id AND t.feedback_id = f.id)))`

const wordsOf = (ids: readonly string[]) =>
  sql`(m.case_id IN (SELECT c.id FROM cases c WHERE ${ofThem(ids)}) OR (${writtenBy(ids)}))`

export async function copyOfCases(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return await db.many(sql`
    SELECT c.number, c.subject, c.stage, c.opened_at AS "openedAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('direction', m.direction, 'kind', m.kind, 'text', m.text, 'at', m.created_at,
               'files', (SELECT jsonb_agg(${FILE} ORDER BY a.id) FROM attachments a WHERE a.id = ANY(m.attachments))) ORDER BY m.created_at, m.id)
                     FROM messages m WHERE m.case_id = c.id AND m.direction <> 'note'), '[]') AS messages,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'dueAt', p.due_at, 'keptAt', p.kept_at, 'brokenAt', p.broken_at) ORDER BY p.made_at)
                     FROM promises p WHERE p.case_id = c.id), '[]') AS promises,
           (SELECT jsonb_build_object('outcome', k.outcome, 'note', k.note, 'at', k.closed_at) FROM case_closures k WHERE k.case_id = c.id) AS resolution,
           (SELECT jsonb_agg(jsonb_build_object('askedAt', k.asked_at, 'answer', k.answer, 'comment', k.comment, 'answeredAt', k.answered_at) ORDER BY k.asked_at)
            FROM satisfaction_checks k WHERE k.case_id = c.id) AS checks
    FROM cases c WHERE ${ofThem(customerIds)} ORDER BY c.opened_at`)
}

/** What they wrote in cases of other people. */
export function writtenElsewhere(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT m.text, to_jsonb(m.created_at) AS at FROM messages m
    WHERE ${writtenBy(customerIds)} AND m.case_id NOT IN (SELECT c.id FROM cases c WHERE ${ofThem(customerIds)}) ORDER BY m.created_at, m.id`)
}

/** Their cases and the messages in them, by id. */
export async function casesAndMessagesOf(
  db: Db,
  customerIds: readonly string[],
): Promise<{ cases: string[]; messages: string[] }> {
  return await db.one(sql`
    SELECT ARRAY(SELECT c.id::text FROM cases c WHERE ${ofThem(customerIds)}) AS cases,
           ARRAY(SELECT m.id::text FROM messages m WHERE ${wordsOf(customerIds)}) AS messages`)
}

/** Mails and files that belong to these messages, to be emptied with them. */
export async function keptOutside(
  tx: Db,
  messageIds: readonly string[],
): Promise<{ mails: string[]; files: string[] }> {
  const theirs = sql`id = ANY(${[...messageIds]}::uuid[])`
  return await tx.one<{ mails: string[]; files: string[] }>(sql`
    SELECT ARRAY(SELECT mail_id FROM messages WHERE mail_id IS NOT NULL AND ${theirs}) AS mails,
           ARRAY(SELECT DISTINCT unnest(attachments) FROM messages WHERE ${theirs}) AS files`)
}

/** Empties what was said; when and how it was answered stays, as figures that name nobody. */
export async function forgetWords(
  tx: Db,
  { cases, messages }: { cases: readonly string[]; messages: readonly string[] },
): Promise<number> {
  const theirs = sql`case_id = ANY(${[...cases]}::uuid[])`
  await tx.run(
    sql`UPDATE messages SET text = '', attachments = '{}', mail_id = NULL WHERE id = ANY(${[...messages]}::uuid[])`,
  )
  await tx.run(sql`UPDATE satisfaction_checks SET comment = '' WHERE ${theirs}`)
  await tx.run(sql`UPDATE case_steps SET facts = facts - 'comment' WHERE ${theirs} AND kind = 'checked'`)
  await tx.run(sql`UPDATE case_closures SET note = '' WHERE ${theirs}`)
  await tx.run(sql`UPDATE promises SET why_broken = NULL WHERE ${theirs}`)
  await tx.run(sql`
    UPDATE cases c SET subject = '#' || c.number, tokens = array_to_tsvector(ARRAY[c.number::text]), customer_id = NULL
    WHERE id = ANY(${[...cases]}::uuid[])`)
  return cases.length + messages.length
}
