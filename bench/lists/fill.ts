/**
 * Fills a workspace with many voices and cases, set-wise: a few thousand texts are understood by the product itself,
 * then multiplied over a year of moments, customers and channels. Derived rows carry what the engine really found.
 */
import type pg from 'pg'

export type Size = { voices: number; customers: number; cases: number; orders: number }

/** Indexes are taken away first and made again at the end: many times faster than row by row. */
const FILLED = [
  'feedback',
  'understandings',
  'aspects',
  'feedback_categories',
  'feedback_scores',
  'voice_signatures',
  'customers',
  'identities',
  'cases',
  'case_feedback',
  'case_steps',
  'case_assignments',
  'promises',
  'messages',
  'orders',
  'contacts',
  'notices',
]

export async function fillLists(
  client: pg.Client,
  workspaceId: string,
  size: Size,
  say: (line: string) => void,
): Promise<void> {
  const run = async (what: string, text: string) => {
    const started = performance.now()
    const { rowCount } = await client.query(text)
    say(`${what}: ${rowCount ?? ''} rows, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  await client.query(
    `SET hx.workspace = '${workspaceId}'; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'; SET timezone = 'UTC'`,
  )
  const indexes = await dropIndexes(client)
  await ground(run, size)
  await voices(run)
  await cases(run, size)
  for (const { name, definition } of indexes) await run(name, definition)
  await run(
    'counts of days',
    `
    INSERT INTO daily_counts (day, channel, sentiment, intent, voices)
    SELECT (occurred_at AT TIME ZONE 'Asia/Shanghai')::date, channel, sentiment, intent, count(*) FROM understandings GROUP BY 1, 2, 3, 4
    ON CONFLICT (workspace_id, day, channel, sentiment, intent) DO UPDATE SET voices = excluded.voices`,
  )
  await run(
    'counts of categories',
    `
    INSERT INTO daily_categories (day, category_id, polarity, voices)
    SELECT (occurred_at AT TIME ZONE 'Asia/Shanghai')::date, category_id, polarity, count(DISTINCT feedback_id) FROM aspects GROUP BY 1, 2, 3
    ON CONFLICT (workspace_id, day, category_id, polarity) DO UPDATE SET voices = excluded.voices`,
  )
  await client.query('DELETE FROM stale_days; DROP TABLE bench_voices, bench_base, bench_people, bench_cases')
  await run('vacuum and analyze', 'VACUUM (ANALYZE)')
}

type Index = { name: string; definition: string }

async function dropIndexes(client: pg.Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = ANY($1) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = format('public.%I', i.indexname)::regclass)`,
    [FILLED],
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  return rows
}

type Run = (what: string, text: string) => Promise<void>

/** An id as the product would have made it at that moment. */
const idAt = (moment: string, salt: string) =>
  `(lpad(to_hex((extract(epoch FROM ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${salt}), 1, 3) || '8' || substr(md5(${salt}), 4, 15))::uuid`

async function ground(run: Run, { voices, customers, orders }: Size): Promise<void> {
  await run(
    'base',
    `
    CREATE UNLOGGED TABLE bench_base AS
    SELECT (row_number() OVER (ORDER BY f.id) - 1)::int AS n, f.id FROM feedback f JOIN understandings u ON u.feedback_id = f.id WHERE f.source_id LIKE 'base-%'`,
  )
  await run(
    'people',
    `
    CREATE UNLOGGED TABLE bench_people AS
    SELECT k, ${idAt(`(now() - interval '400 days' + k * interval '1 minute')`, `'customer' || k`)} AS id, now() - interval '400 days' + k * interval '1 minute' AS at
    FROM generate_series(1, ${customers}) AS k`,
  )
  await run(
    'customers',
    `
    INSERT INTO customers (id, name, tier, created_at)
    SELECT id, substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + k % 20, 1) || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚', 1 + (k / 20) % 20, 1) || substr('一二三四五六七八九十', 1 + (k / 400) % 10, 1),
           CASE k % 40 WHEN 0 THEN 'VIP' WHEN 1 THEN '金卡' ELSE '' END, at FROM bench_people`,
  )
  await run(
    'identities',
    `
    INSERT INTO identities (kind, value, customer_id, created_at)
    SELECT 'external', 'member-' || k, id, at FROM bench_people UNION ALL SELECT 'phone', '+86138' || lpad(k::text, 8, '0'), id, at FROM bench_people`,
  )
  // Six in ten are known, one of them has thousands of voices; the newest are minutes old.
  await run(
    'moments',
    `
    CREATE UNLOGGED TABLE bench_voices AS
    SELECT g, at, ${idAt('at', `'voice' || g`)} AS id, (g::bigint * 7919) % (SELECT count(*) FROM bench_base) AS n,
           CASE WHEN g % 10 >= 6 THEN NULL WHEN g % 500 = 0 THEN 1 ELSE 1 + (g::bigint * 104729) % ${customers} END AS k
    FROM (SELECT g, now() - interval '3 minutes' - g * interval '${Math.floor((360 * 86_400) / voices)} seconds' AS at FROM generate_series(1, ${voices}) AS g) AS s`,
  )
  await run(
    'orders',
    `
    INSERT INTO orders (external_id, customer_id, product, amount, currency, placed_at)
    SELECT 'order-' || o, p.id, '空气炸锅', 399, 'CNY', now() - o * interval '2 minutes' FROM generate_series(1, ${orders}) AS o JOIN bench_people p ON p.k = 1 + o % ${customers}`,
  )
}

async function voices(run: Run): Promise<void> {
  await run(
    'feedback',
    `
    INSERT INTO feedback (id, channel, source_id, customer_id, subject, text, language, occurred_at, received_at, query_code, facts, quiet)
    SELECT v.id, f.channel, 'bench-' || v.g, p.id, f.subject, f.text, f.language, v.at, v.at, 'BENCH-' || v.g, f.facts, true
    FROM bench_voices v JOIN bench_base b ON b.n = v.n JOIN feedback f ON f.id = b.id LEFT JOIN bench_people p ON p.k = v.k`,
  )
  await run(
    'understandings',
    `
    INSERT INTO understandings (feedback_id, occurred_at, channel, engine_version, language, sentiment, score, confidence, intent, intent_confidence,
      urgency, urgency_reasons, categories, keywords, pii, tokens, understood_at)
    SELECT v.id, v.at, u.channel, u.engine_version, u.language, u.sentiment, u.score, u.confidence, u.intent, u.intent_confidence,
      u.urgency, u.urgency_reasons, u.categories, u.keywords, u.pii, u.tokens, v.at
    FROM bench_voices v JOIN bench_base b ON b.n = v.n JOIN understandings u ON u.feedback_id = b.id`,
  )
  await run(
    'aspects',
    `
    INSERT INTO aspects (feedback_id, ordinal, category_id, polarity, confidence, starts, ends, occurred_at)
    SELECT v.id, a.ordinal, a.category_id, a.polarity, a.confidence, a.starts, a.ends, v.at
    FROM bench_voices v JOIN bench_base b ON b.n = v.n JOIN aspects a ON a.feedback_id = b.id`,
  )
  await run(
    'categories',
    `
    INSERT INTO feedback_categories (category_id, feedback_id, occurred_at)
    SELECT k.category_id, v.id, v.at FROM bench_voices v JOIN bench_base b ON b.n = v.n JOIN feedback_categories k ON k.feedback_id = b.id`,
  )
  // One in twenty is a copy; the others say the same with other words, for few texts stand behind many voices here.
  await run(
    'signatures',
    `
    INSERT INTO voice_signatures (feedback_id, occurred_at, fingerprint, bulk, bands, cell, meaning)
    SELECT v.id, v.at, s.fingerprint # other.n, s.bulk, ARRAY(SELECT band # other.n::int FROM unnest(s.bands) AS band), s.cell, s.meaning
    FROM bench_voices v JOIN bench_base b ON b.n = v.n JOIN voice_signatures s ON s.feedback_id = b.id,
      LATERAL (SELECT CASE WHEN v.g % 20 = 0 THEN 0 ELSE v.g::bigint * 2654435761 % 2147483647 END AS n) AS other`,
  )
  await run(
    'scores',
    `
    INSERT INTO feedback_scores (feedback_id, kind, value, low, high, occurred_at)
    SELECT id, CASE g % 2 WHEN 0 THEN 'nps' ELSE 'csat' END, CASE g % 2 WHEN 0 THEN g % 11 ELSE 1 + g % 5 END, CASE g % 2 WHEN 0 THEN 0 ELSE 1 END, CASE g % 2 WHEN 0 THEN 10 ELSE 5 END, at
    FROM bench_voices WHERE g % 10 < 3`,
  )
}

/** Every so many voices opened a case; the newer it is the likelier it is open. */
async function cases(run: Run, { voices, cases }: Size): Promise<void> {
  const each = Math.max(1, Math.floor(voices / cases))
  await run(
    'which cases',
    `
    CREATE UNLOGGED TABLE bench_cases AS
    SELECT v.g / ${each} AS number, ${idAt('v.at', `'case' || v.g`)} AS id, v.id AS feedback_id, v.at, v.n, p.id AS customer_id,
      CASE WHEN v.g % 20 = 0 AND v.g < ${voices / 4} THEN (ARRAY['new', 'acknowledged', 'working', 'working', 'waiting'])[1 + (v.g / ${each}) % 5]
           WHEN v.g < ${voices / 40} THEN (ARRAY['new', 'acknowledged', 'working', 'resolved'])[1 + (v.g / ${each}) % 4]
           ELSE (ARRAY['verified', 'closed', 'closed'])[1 + (v.g / ${each}) % 3] END AS stage,
      (SELECT array_agg(m.person_id ORDER BY m.person_id) FROM memberships m WHERE m.role = 'agent') AS agents,
      (SELECT array_agg(t.id ORDER BY t.id) FROM teams t) AS teams
    FROM bench_voices v LEFT JOIN bench_people p ON p.k = v.k WHERE v.g % ${each} = 0`,
  )
  await run(
    'cases',
    `
    INSERT INTO cases (id, number, customer_id, channel, subject, intent, sentiment, urgency, stage, stage_at, team_id, owner_id, due_at, opened_at, last_at, last_from, tokens)
    SELECT c.id, c.number, c.customer_id, f.channel, left(f.text, 60), u.intent, u.sentiment, u.urgency, c.stage, c.at, c.teams[1 + c.number % array_length(c.teams, 1)],
      CASE WHEN c.number % 7 > 0 THEN c.agents[1 + c.number % array_length(c.agents, 1)] END,
      CASE WHEN c.stage IN ('new', 'acknowledged', 'working') THEN c.at + interval '24 hours' END, c.at, c.at + interval '2 hours',
      CASE c.number % 3 WHEN 0 THEN 'customer' ELSE 'staff' END, u.tokens
    FROM bench_cases c JOIN bench_base b ON b.n = c.n JOIN feedback f ON f.id = b.id JOIN understandings u ON u.feedback_id = b.id`,
  )
  await run(
    'voices of cases',
    'INSERT INTO case_feedback (case_id, feedback_id, linked_at) SELECT id, feedback_id, at FROM bench_cases',
  )
  await run(
    'steps',
    `
    INSERT INTO case_steps (id, case_id, kind, at)
    SELECT ${idAt('c.at', `'step' || s.n || c.number`)}, c.id, s.kind, c.at + s.n * interval '1 minute'
    FROM bench_cases c, (VALUES (0, 'opened'), (1, 'acknowledged'), (2, 'assigned'), (3, 'replied')) AS s (n, kind)`,
  )
  await run(
    'assignments',
    `
    INSERT INTO case_assignments (id, case_id, team_id, owner_id, assigned_at)
    SELECT ${idAt('c.at', `'assignment' || c.number`)}, c.id, c.teams[1], c.agents[1 + c.number % array_length(c.agents, 1)], c.at FROM bench_cases c`,
  )
  await run(
    'promises',
    `
    INSERT INTO promises (id, case_id, kind, duration, basis, made_at, due_at, kept_at, broken_at)
    SELECT ${idAt('c.at', `'promise' || k.kind || c.number`)}, c.id, k.kind, 'PT24H', 'clock', c.at, c.at + interval '24 hours',
      CASE WHEN c.number % 10 > 0 AND c.stage NOT IN ('new', 'acknowledged', 'working', 'waiting') THEN c.at + interval '2 hours' END,
      CASE WHEN c.number % 10 = 0 AND c.stage NOT IN ('new', 'acknowledged', 'working', 'waiting') OR c.at < now() - interval '24 hours' AND c.stage IN ('new', 'acknowledged', 'working', 'waiting') THEN c.at + interval '24 hours' END
    FROM bench_cases c, (VALUES ('first-answer'), ('resolution')) AS k (kind)`,
  )
  await run(
    'messages',
    `
    INSERT INTO messages (id, case_id, direction, kind, author_id, channel, text, created_at)
    SELECT ${idAt('c.at', `'message' || m.n || c.number`)}, c.id, m.direction, m.kind, CASE WHEN m.n > 0 AND m.direction = 'out' THEN c.agents[1] END, 'web', m.text, c.at + m.n * interval '30 minutes'
    FROM bench_cases c, (VALUES (0, 'out', 'acknowledgement', '你的反馈已收到'), (1, 'out', 'message', '我们查到了原因，今天重新发货。'), (2, 'in', 'message', '好的，等你们消息')) AS m (n, direction, kind, text)
    WHERE m.n < 2 OR c.number % 2 = 0`,
  )
  await run(
    'contacts',
    `INSERT INTO contacts (id, customer_id, channel, kind, subject, at) SELECT ${idAt('c.at', `'contact' || c.number`)}, c.customer_id, 'email', 'acknowledgement', c.id::text, c.at FROM bench_cases c WHERE c.customer_id IS NOT NULL`,
  )
  await run(
    'last number',
    `INSERT INTO case_numbers (last) SELECT max(number) FROM cases ON CONFLICT (workspace_id) DO UPDATE SET last = excluded.last`,
  )
}
