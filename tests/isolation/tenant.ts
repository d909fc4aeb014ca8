/** A workspace with one of everything, made through the API, every word and name of which carries a mark. */
import assert from 'node:assert/strict'
import { openQueue } from '../../src/platform/jobs/queue.ts'
import { publicIdOf } from '../../src/shared/ids/public-id.ts'
import { DAY, HOUR, isoOf } from '../../src/shared/time/instant.ts'
import type { World } from '../world.ts'

/** Stands in every word that people of the workspace wrote; no answer to anybody else may hold it. */
export const MARK = 'Zilpzalp'
const PASSWORD = '春江潮水连海平 海上明月'
const OURS = { 'x-hx-request': '1' }
const EMAIL = 'zilpzalp.customer@a-firm.example'

type Made = { id: string; queryCode: string; link: string; fileId: string; slug: string; changedAt: string }
type Say = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Made>

/** Fills the world's own workspace. */
export async function fillWorkspace(world: World, key: string): Promise<void> {
  const say: Say = async (method, path, body, headers = {}) => {
    const answer = await world.call<Made>(method, path, { key, headers, ...(body !== undefined && { body }) })
    assert.ok(answer.status < 300, `filling: ${method} ${path} answered ${answer.status} ${answer.text}`)
    return answer.body
  }
  await world.settle()
  await staff(world, say)
  await voices(world, say)
  await surveys(world, say)
  await cases(world, say)
  await improvements(world, say)
  await channels(say)
  await letters(world)
  await themes(world)
  await coordinated(world)
  await world.settle()
  await world.runJob('insights.recount-days')
}

async function staff(world: World, say: Say): Promise<void> {
  await say('PUT', '/api/v1/workspace', { name: `${MARK} AG`, mailFrom: `from@${MARK.toLowerCase()}.example` })
  await say('POST', '/api/v1/keys', { name: `${MARK} key`, role: 'agent' })
  const { link } = await say('POST', '/api/v1/invitations', { email: `${MARK}-agent@a-firm.example`, role: 'agent' })
  const token = new URL(link).searchParams.get('token') ?? ''
  await say(
    'POST',
    `/api/v1/staff-invitations/${token}/acceptance`,
    { name: `${MARK} Agent`, password: PASSWORD },
    OURS,
  )
  await say('POST', '/api/v1/invitations', { email: `${MARK}-next@a-firm.example`, role: 'viewer' })
  await say('POST', '/api/v1/teams', {
    name: `${MARK} team`,
    leadId: await id(world, 'person'),
    memberIds: [await id(world, 'person')],
  })
}

async function voices(world: World, say: Say): Promise<void> {
  const file = await world.call<Made>('POST', `/api/v1/files?name=${MARK}.txt`, {
    key: await world.keyFor('owner'),
    body: new TextEncoder().encode(`${MARK} file`),
    headers: { 'content-type': 'text/plain' },
  })
  const now = isoOf(world.clock.now())
  const customer = { externalId: `${MARK}-1`, email: EMAIL, phone: '13800001111', name: `${MARK} Customer` }
  const complaint = {
    channel: 'web',
    text: `${MARK}:送货太慢了,客服态度很差,我要投诉`,
    customer,
    attachments: [file.body.id],
    occurredAt: now,
  }
  const { id: first } = await say('POST', '/api/v1/feedback', complaint, { 'idempotency-key': `${MARK}-key` })
  await say('POST', '/api/v1/feedback', {
    channel: 'api',
    sourceId: `${MARK}-source`,
    text: `${MARK}:质量不错`,
    scores: [{ kind: 'nps', value: 9 }],
  })
  const { id: spam } = await say('POST', '/api/v1/feedback', {
    channel: 'web',
    text: `${MARK}:加微信领红包`,
    customer: { externalId: `${MARK}-2` },
  })
  await say('PUT', '/api/v1/customers/'.concat(`${MARK}-3`), { name: `${MARK} Third`, attributes: { note: MARK } })
  await world.settle()
  await say('PUT', `/api/v1/feedback/${spam}/set-aside`, { reason: 'spam' })
  await say('POST', `/api/v1/feedback/${first}/corrections`, { sentiment: 'negative', intent: 'complaint' })
  await say(
    'POST',
    '/api/v1/categories',
    { key: 'zilpzalp', names: { en: `${MARK} category` }, words: [MARK] },
    { 'idempotency-key': `${MARK}-2` },
  )
  await say('PATCH', `/api/v1/categories/${await id(world, 'cat')}`, { definition: MARK })
  await shown(world, say)
  await say('POST', '/api/v1/orders/batch', {
    items: [
      { externalId: `${MARK}-order`, customer: { externalId: `${MARK}-1` }, product: `${MARK} cooker`, placedAt: now },
    ],
  })
  await reviewed(world, say)
  await merged(world, say)
}

/** A category learned from examples, in use, with a voice that it would find. */
async function shown(world: World, say: Say): Promise<void> {
  const path = `/api/v1/categories/${await id(world, 'cat')}`
  const texts = Array.from({ length: 6 }, (_, i) => `${MARK} ${i} 送货太慢了`)
  await say('POST', `${path}/examples`, { belongs: true, texts })
  await say('POST', `${path}/examples`, { belongs: false, feedbackIds: [await id(world, 'fb')] })
  await world.runJob('understanding.fit-categories')
  await say('PUT', `${path}/learned/use`, { again: false })
}

/** A voice that waits for a second reviewer, own words, and something learned. */
async function reviewed(world: World, say: Say): Promise<void> {
  await say('PUT', '/api/v1/settings/review', { twoReviewers: true })
  await say('PUT', '/api/v1/settings/dictionary', { words: [MARK] })
  await say('POST', `/api/v1/review/${(await ids(world, 'fb'))[1]}`, { intent: 'praise' })
  await world.database.owner.query(
    `INSERT INTO learned_versions (workspace_id, number, made_at, judgements, went_live, lessons, figures, head, body)
     VALUES ($1, 1, now(), 20, false, '[]', '[]', '{"form": "planes-1", "planes": []}', '')`,
    [world.workspaceId],
  )
  const { id: whole } = await say('POST', '/api/v1/categories', { names: { en: `${MARK} whole` } })
  const parts = ['one', 'two'].map((part) => ({ names: { en: `${MARK} ${part}` } }))
  await say('POST', `/api/v1/categories/${whole}/split`, { parts, place: 'below', voices: [] })
}

/** The second customer becomes part of the first; the third is erased. */
async function merged(world: World, say: Say): Promise<void> {
  const [into, from, gone] = [await customer(world, 1), await customer(world, 2), await customer(world, 3)]
  await say('POST', `/api/v1/customers/${into}/merges`, { from })
  await say('PATCH', `/api/v1/customers/${into}`, { note: MARK, tier: `${MARK} tier` })
  await say('DELETE', `/api/v1/customers/${gone}`)
}

async function surveys(world: World, say: Say): Promise<void> {
  const { id: survey } = await say('POST', '/api/v1/surveys', { template: 'nps', title: `${MARK} survey` })
  const { slug } = await say('POST', `/api/v1/surveys/${survey}/publication`)
  const { rows } = await world.database.owner.query<{ definition: { questions: { key: string; kind: string }[] } }>(
    'SELECT definition FROM survey_versions',
  )
  const [scale, ...rest] = rows[0]?.definition.questions ?? []
  const words = rest.find(({ kind }) => kind.endsWith('text'))
  const answers = { [scale?.key ?? '']: 2, ...(words !== undefined && { [words.key]: `${MARK}:等了一个小时没人理` }) }
  const taken = await world.call('POST', `/s/${slug}/responses`, { body: { submission: 'zilpzalp-1', answers } })
  assert.ok(taken.status < 300, `filling: an answer to the survey got ${taken.status} ${taken.text}`)
  await world.settle()
}

async function cases(world: World, say: Say): Promise<void> {
  const [first, second] = (await ids(world, 'case')).slice(0, 2)
  assert.ok(first !== undefined && second !== undefined, 'filling: two cases should have been opened by what was heard')
  const person = await id(world, 'person')
  await say('PUT', `/api/v1/cases/${first}/owner`, { person })
  await say('POST', `/api/v1/cases/${first}/replies`, { text: `${MARK} note`, internal: true, mentions: [person] })
  await say('POST', `/api/v1/cases/${first}/replies`, { text: `${MARK} reply` })
  await say('PUT', `/api/v1/cases/${first}/watchers/${person}`)
  await say('PUT', `/api/v1/cases/${first}/links/${second}`)
  await say('POST', `/api/v1/cases/${first}/promises`, { kind: 'call-back', duration: 'PT2H' })
  await say('POST', '/api/v1/templates', {
    name: `${MARK} template`,
    situation: MARK,
    text: `${MARK} text`,
    language: 'en',
  })
  await say('PUT', '/api/v1/settings/outside-model', { enabled: true, monthlyTokens: 100_000, monthlyCalls: 100 })
  await say('POST', `/api/v1/cases/${first}/draft`)
  for (const settings of ['promises', 'calendar', 'routing']) await putBack(world, say, `/api/v1/settings/${settings}`)
  world.clock.advance(73 * HOUR)
  for (const job of ['cases.sweep-promises', 'cases.raise-alarms']) await world.runJob(job)
  await say('PUT', `/api/v1/cases/${first}/resolution`, { outcome: 'resolved', note: `${MARK} solved` })
  await world.settle()
}

/** What GET answers may be put back as it is; routing gets a rule, so that there is one. */
async function putBack(world: World, say: Say, path: string): Promise<void> {
  const was = await say('GET', path)
  const rules = path.endsWith('routing')
    ? { rules: [{ name: `${MARK} rule`, when: {}, team: await id(world, 'team') }] }
    : {}
  await say('PUT', path, { ...was, ...rules })
}

async function improvements(world: World, say: Say): Promise<void> {
  const feedback = await id(world, 'fb')
  const { id: improvement } = await say('POST', '/api/v1/improvements', {
    title: `${MARK} improvement`,
    problem: MARK,
    notice: `${MARK} notice`,
    feedbackIds: [feedback],
  })
  const now = world.clock.now()
  const moment = (days: number) => isoOf((now + days * DAY) as typeof now)
  const stage = (to: string) => say('PUT', `/api/v1/improvements/${improvement}/stage`, { stage: to })
  await stage('accepted')
  await stage('building')
  const plan = {
    metric: { kind: 'contacts-per-1000-orders', category: null },
    better: 'lower',
    before: { from: moment(-14), to: moment(-7) },
    after: { from: moment(1), to: moment(8) },
    minimumVoices: 5,
  }
  await say('PUT', `/api/v1/improvements/${improvement}/verification`, plan)
  await stage('shipped')
  await world.settle()
  await say('PUT', `/api/v1/portal/improvements/${improvement}`, {
    public: false,
    title: `${MARK} public`,
    heard: MARK,
    did: MARK,
    came: MARK,
  })
  world.clock.advance(9 * DAY)
  await world.runJob('improvements.verify')
  await world.settle()
}

async function channels(say: Say): Promise<void> {
  const server = { host: '127.0.0.1', port: 1, secure: false }
  await say('POST', '/api/v1/mailboxes', {
    address: `${MARK.toLowerCase()}@a-firm.example`,
    name: MARK,
    userName: MARK,
    password: MARK,
    imap: server,
    smtp: server,
  })
  const csv = new TextEncoder().encode(`内容,编号\n${MARK}:包装破了,${MARK}-row\n`)
  const { fileId } = await upload(say, csv)
  await say('POST', '/api/v1/imports', { fileId, mapping: { text: '内容', sourceId: '编号' } })
}

const upload = (say: Say, bytes: Uint8Array) =>
  say('POST', `/api/v1/import-files?name=${MARK}.csv`, bytes, { 'content-type': 'text/csv' })

/** Work of the workspace that failed for good; gives its id. */
export async function deadLetter(world: World): Promise<string> {
  const queue = await openQueue(
    world.ownerUrl,
    world.database,
    world.tools,
    { listeners: [], tasks: [] },
    { work: false },
  )
  const letter = await queue.boss.send('dead', { workspaceId: world.workspaceId, handler: MARK, payload: {} })
  await queue.stop()
  assert.ok(letter !== null)
  return letter
}

/** What only a worker and a mail server would leave: a letter that failed for good, and a thread. */
async function letters(world: World): Promise<void> {
  const { owner } = world.database
  await owner.query(
    `INSERT INTO mail_threads (workspace_id, message_id, feedback_id, direction, seen_at)
     SELECT workspace_id, '<zilpzalp@a-firm.example>', id, 'in', received_at FROM feedback WHERE workspace_id = $1 LIMIT 1`,
    [world.workspaceId],
  )
  await owner.query(`UPDATE mails SET state = 'failed', reason = $2 WHERE workspace_id = $1`, [world.workspaceId, MARK])
}

/** What only a night and a hundred voices would leave: two themes, one that rises, and a search that waits. */
async function themes(world: World): Promise<void> {
  const { owner } = world.database
  const here = [world.workspaceId]
  const words = JSON.stringify([{ word: MARK, weight: 1 }])
  await owner.query(
    `INSERT INTO themes (workspace_id, id, number, name, words, examples, size, found_at, first_seen, last_seen)
     SELECT $1, gen_random_uuid(), n, $2 || ' theme ' || n, $3, jsonb_build_array(jsonb_build_object('feedback', f.id, 'start', 0, 'end', 8)), 1, now(), now(), now()
     FROM generate_series(1, 2) AS n, (SELECT id FROM feedback WHERE workspace_id = $1 AND text <> '' ORDER BY id LIMIT 1) AS f`,
    [...here, MARK, words],
  )
  await owner.query(
    `INSERT INTO theme_voices (workspace_id, feedback_id, theme, confidence, occurred_at)
     SELECT workspace_id, feedback_id, 1, 1, occurred_at FROM understandings WHERE workspace_id = $1
     ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET theme = 1`,
    here,
  )
  await owner.query(
    `INSERT INTO stale_days (workspace_id, day) SELECT DISTINCT workspace_id, occurred_at::date FROM theme_voices WHERE workspace_id = $1
     ON CONFLICT DO NOTHING`,
    here,
  )
  await owner.query(
    `INSERT INTO theme_bursts (workspace_id, theme, began_at, seen_at, count, expected, usual_low, usual_high, chance, weeks)
     VALUES ($1, 1, now(), now(), 9, 1, 0, 3, 0.01, 8)`,
    here,
  )
  await owner.query(
    `INSERT INTO theme_runs (workspace_id, id, state, asked_at) VALUES ($1, gen_random_uuid(), 'waiting', now())`,
    here,
  )
}

/** What only five people with one text would leave. */
async function coordinated(world: World): Promise<void> {
  const { owner } = world.database
  await owner.query(
    `WITH said AS (SELECT feedback_id, fingerprint, occurred_at FROM voice_signatures WHERE workspace_id = $1 AND fingerprint IS NOT NULL LIMIT 1),
       post AS (INSERT INTO coordinated_posts (workspace_id, id, found_at, voices, people, unknown, channels, first_at, last_at, dense_voices, dense_from, dense_to)
                SELECT $1, gen_random_uuid(), now(), 1, 1, 0, '{web}', occurred_at, occurred_at, 1, occurred_at, occurred_at FROM said RETURNING id)
     INSERT INTO coordinated_texts (workspace_id, fingerprint, post_id) SELECT $1, said.fingerprint, post.id FROM said, post`,
    [world.workspaceId],
  )
  await owner.query(
    `INSERT INTO coordinated_dismissals (workspace_id, post_id, dismissed_by, dismissed_at)
     SELECT p.workspace_id, p.id, m.person_id, now() FROM coordinated_posts p JOIN memberships m ON m.workspace_id = p.workspace_id WHERE p.workspace_id = $1 LIMIT 1`,
    [world.workspaceId],
  )
}

const TABLE_OF: Readonly<Record<string, string>> = {
  ws: `SELECT id FROM workspaces WHERE id = $1`,
  fb: `SELECT id FROM feedback WHERE workspace_id = $1 AND erased_at IS NULL ORDER BY id`,
  cust: `SELECT c.id FROM customers c JOIN merges m ON m.into_id = c.id WHERE c.workspace_id = $1`,
  merge: `SELECT id FROM merges WHERE workspace_id = $1`,
  person: `SELECT p.id FROM people p JOIN memberships m ON m.person_id = p.id WHERE m.workspace_id = $1 AND p.kind = 'person'`,
  key: `SELECT id FROM api_keys WHERE workspace_id = $1`,
  team: `SELECT id FROM teams WHERE workspace_id = $1`,
  invite: `SELECT id FROM links WHERE workspace_id = $1 AND purpose = 'join' AND used_at IS NULL`,
  session: `SELECT id FROM sessions WHERE workspace_id = $1`,
  file: `SELECT a.id FROM attachments a WHERE a.workspace_id = $1 ORDER BY a.id`,
  cat: `SELECT id FROM categories WHERE workspace_id = $1 AND key = 'zilpzalp'`,
  ex: 'SELECT id FROM category_examples WHERE workspace_id = $1 ORDER BY feedback_id IS NULL, id',
  survey: `SELECT id FROM surveys WHERE workspace_id = $1`,
  resp: `SELECT id FROM responses WHERE workspace_id = $1`,
  case: `SELECT id FROM cases WHERE workspace_id = $1 ORDER BY number`,
  msg: `SELECT m.id FROM messages m JOIN cases c ON c.id = m.case_id WHERE m.workspace_id = $1 ORDER BY c.number, m.id`,
  promise: `SELECT id FROM promises WHERE workspace_id = $1 AND broken_at IS NOT NULL ORDER BY id`,
  tpl: `SELECT id FROM reply_templates WHERE workspace_id = $1 AND starter IS NULL`,
  imp: `SELECT id FROM improvements WHERE workspace_id = $1`,
  notice: `SELECT id FROM notices WHERE workspace_id = $1`,
  mbox: `SELECT id FROM mailboxes WHERE workspace_id = $1`,
  note: `SELECT id FROM notifications WHERE workspace_id = $1`,
  import: `SELECT id FROM imports WHERE workspace_id = $1`,
  theme: `SELECT id FROM themes WHERE workspace_id = $1 ORDER BY number`,
  run: `SELECT id FROM theme_runs WHERE workspace_id = $1`,
  post: `SELECT id FROM coordinated_posts WHERE workspace_id = $1`,
}

/** Ids of a kind that the workspace has, as the outside sees them. */
export async function ids(world: World, kind: string): Promise<string[]> {
  const query = TABLE_OF[kind]
  assert.ok(
    query !== undefined,
    `no sample for ids like ${kind}_…: add where they are found to TABLE_OF in tests/isolation/tenant.ts`,
  )
  const { rows } = await world.database.owner.query<{ id: string }>(query, [world.workspaceId])
  return rows.map((row) => publicIdOf(kind, row.id))
}

export async function id(world: World, kind: string): Promise<string> {
  const [first] = await ids(world, kind)
  assert.ok(
    first !== undefined,
    `the filled workspace has no ${kind}_…: make one in fillWorkspace of tests/isolation/tenant.ts`,
  )
  return first
}

export const KINDS = Object.keys(TABLE_OF)

async function customer(world: World, n: number): Promise<string> {
  const { rows } = await world.database.owner.query<{ id: string }>(
    `SELECT customer_id AS id FROM identities WHERE workspace_id = $1 AND kind = 'external' AND value = $2`,
    [world.workspaceId, `${MARK}-${n}`],
  )
  return publicIdOf('cust', rows[0]?.id ?? '')
}
