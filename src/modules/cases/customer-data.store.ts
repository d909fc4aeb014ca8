/** What cases keep of customers. */
import { type Db, sql } from '../../platform/db/db.ts'

const ofThem = (ids: readonly string[]) => sql`c.customer_id = ANY(${[...ids]}::uuid[])`

export async function copyOfCases(db: Db, customerIds: readonly string[]): Promise<unknown> {
  return await db.many(sql`
    SELECT c.number, c.subject, c.stage, c.opened_at AS "openedAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('direction', m.direction, 'kind', m.kind, 'text', m.text, 'at', m.created_at) ORDER BY m.created_at, m.id)
                     FROM messages m WHERE m.case_id = c.id AND m.direction <> 'note'), '[]') AS messages,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'dueAt', p.due_at, 'keptAt', p.kept_at, 'brokenAt', p.broken_at) ORDER BY p.made_at)
                     FROM promises p WHERE p.case_id = c.id), '[]') AS promises
    FROM cases c WHERE ${ofThem(customerIds)} ORDER BY c.opened_at`)
}

/** Mails and files that belong to their conversations, to be emptied with them. */
export async function keptOutside(
  tx: Db,
  customerIds: readonly string[],
): Promise<{ mails: string[]; files: string[] }> {
  return await tx.one<{ mails: string[]; files: string[] }>(sql`
    SELECT coalesce(array_agg(m.mail_id) FILTER (WHERE m.mail_id IS NOT NULL), '{}') AS mails,
           ARRAY(SELECT DISTINCT unnest(n.attachments) FROM messages n WHERE n.case_id IN (SELECT c.id FROM cases c WHERE ${ofThem(customerIds)})) AS files
    FROM messages m WHERE m.case_id IN (SELECT c.id FROM cases c WHERE ${ofThem(customerIds)})`)
}

/** Empties what was said; when and how it was answered stays, as figures that name nobody. */
export async function forgetWords(tx: Db, customerIds: readonly string[]): Promise<number> {
  const theirs = sql`case_id IN (SELECT c.id FROM cases c WHERE ${ofThem(customerIds)})`
  const messages = await tx.run(sql`UPDATE messages SET text = '', attachments = '{}', mail_id = NULL WHERE ${theirs}`)
  await tx.run(sql`UPDATE satisfaction_checks SET comment = '' WHERE ${theirs}`)
  await tx.run(sql`UPDATE case_steps SET facts = facts - 'comment' WHERE ${theirs} AND kind = 'checked'`)
  await tx.run(sql`UPDATE case_closures SET note = '' WHERE ${theirs}`)
  const cases = await tx.run(sql`
    UPDATE cases c SET subject = '#' || c.number, tokens = array_to_tsvector(ARRAY[c.number::text]), customer_id = NULL WHERE ${ofThem(customerIds)}`)
  return messages + cases
}
