/**
 * Erasing one customer, on the real database and queue: a person who has left words wherever words can be left asks for
 * their data, and then to be forgotten. A table that can hold words is either seen to hold theirs before and none of them
 * after, or stands below with the reason why it never does.
 */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { z } from 'zod'
import { takeMail } from '../src/modules/channels/index.ts'
import { openQueue } from '../src/platform/jobs/queue.ts'
import { parseMail } from '../src/platform/mail/parse.ts'
import type { Survey } from '../src/shared/contracts/surveys.ts'
import { publicIdOf, uuidOf } from '../src/shared/ids/public-id.ts'
import { DAY, HOUR, isoOf, plus } from '../src/shared/time/instant.ts'
import { type FakeModel, outsideAt, startFakeModel } from './peers/outside-model.ts'
import { openWorld, type World } from './world.ts'

/** Tables that can hold words and never hold a customer's. */
const NEVER: Readonly<Record<string, string>> = {
  'public.api_keys': 'hashes and last characters of our own keys',
  'public.aspects': 'places in a text and a category, no words of it',
  'public.case_links': 'why two cases belong together, out of a fixed list',
  'public.categories': 'the organisation’s own taxonomy',
  'public.category_fits': 'weights by hashes and voices by id; learned anew within a minute of an erasure',
  'public.category_changes': 'what staff changed in the taxonomy',
  'public.contacts': 'channel and kind out of fixed lists, and the id of what was sent',
  'public.corrections': 'sentiment, intent and category that staff chose out of lists',
  'public.coordinated_posts': 'counts and the channels of what many said',
  'public.daily_categories': 'counts',
  'public.daily_counts': 'counts',
  'public.daily_echo': 'counts and a time zone',
  'public.daily_themes': 'counts',
  'public.audit_entries': 'who of the staff did what to which id; never what was said',
  'public.call_counts': 'counts by address or hash of an address, forgotten after a day',
  'public.erasures': 'counts of what was erased',
  'public.feedback_keys': 'keys that callers choose and hashes; deleted with the voice',
  'public.judgements': 'labels that staff gave',
  'public.learned_versions': 'figures, and weights by hashes of what at least two voices share',
  'public.open_reviews': 'for whom a voice waits',
  'public.splits': 'ids, and one of two fixed words',
  'public.reading_settings': 'names of products and words of the workspace',
  'public.feedback_scores': 'numbers; they stay, for figures that name nobody',
  'public.improvement_steps': 'ids and fixed words',
  'public.improvements': 'written by staff for everyone to read',
  'public.imports': 'name and mapping of a file; reasons name columns, never what stood in them',
  'public.installation': 'a fingerprint of our own secret',
  'public.job_runs': 'counts, and our own error texts',
  'public.links': 'staff invitations',
  'public.mailboxes': 'our own mailboxes',
  'public.mail_threads': 'Message-IDs, by which a mail that is read again adds nothing',
  'public.memberships': 'staff',
  'public.outside_model_settings': 'settings',
  'public.orders': 'the order number and product stay, for counts; filled and checked in customer.test.ts',
  'public.people': 'staff',
  'public.promise_policies': 'settings',
  'public.promise_settings': 'settings',
  'public.promises': 'kinds and durations; the reason staff gave for a broken one is emptied',
  'public.recovery_codes': 'staff',
  'public.reply_templates': 'settings',
  'public.responses': 'who, when and in which language; the words are in answers',
  'public.routing_rules': 'settings',
  'public.saved_views': 'filters of staff',
  'public.voice_signatures': 'hashes and a direction made of the words, none of them; deleted with the words',
  'public.themes': 'words that several voices share, with what is personal blanked; sentences are places in voices',
  'public.theme_runs': 'the same words, for reading new voices; made anew the night after an erasure',
  'public.schema_migrations': 'our own files',
  'public.sessions': 'staff',
  'public.set_asides': 'reasons out of a fixed list',
  'public.survey_versions': 'what we ask',
  'public.surveys': 'what we ask',
  'public.teams': 'staff',
  'public.verification_results': 'figures',
  'public.verifications': 'plans of staff',
  'public.work_calendars': 'settings',
  'public.workspaces': 'settings',
}
/** The queue's own tables beside its jobs hold settings of the queue and counts. */
const OF_THE_QUEUE = /^hx_queue\.(?!job(?:_common)?$)/

const WORDS = '哔啵'
const MAIL = 'zuoyan@customer.example'
const PHONE = '13600007777'
const FILE = Buffer.from('a picture of zuoyan at home')
/** Words, address, telephone, and the address in bytes. */
const THEIRS = [WORDS, 'zuoyan', PHONE, Buffer.from('zuoyan').toString('hex')].join('|')

const HAS_WORDS = `SELECT DISTINCT c.table_schema || '.' || c.table_name AS name
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema IN ('public', 'hx_queue') AND t.table_type = 'BASE TABLE'
    AND (c.data_type IN ('text', 'jsonb', 'bytea', 'tsvector', 'character varying', 'json', 'xml') OR c.udt_name IN ('_text', '_varchar', '_jsonb'))`

describe('one customer', () => {
  let world: World
  let fake: FakeModel
  let key: string
  let customer = ''
  let code = ''
  let voice = ''
  let copy = ''
  let heldBefore: string[] = []

  const call = <Body = { id: string }>(method: string, path: string, body?: unknown, headers = {}) =>
    world.call<Body>(method, path, { key, headers, ...(body !== undefined && { body }) })
  const done = async <Body = { id: string }>(method: string, path: string, body?: unknown, headers = {}) => {
    const answer = await call<Body>(method, path, body, headers)
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }
  const wordTables = async () => (await world.database.owner.query<{ name: string }>(HAS_WORDS)).rows.map(({ name }) => name).sort()
  const holding = async () => {
    const held: string[] = []
    for (const name of await wordTables()) {
      const { rows } = await world.database.owner.query(`SELECT FROM ${name} AS t WHERE t::text ~ $1 LIMIT 1`, [THEIRS])
      if (rows.length > 0) held.push(name)
    }
    return held
  }
  const mail = async (id: string, text: string, headers: string[] = []) => {
    const source = [
      `Message-ID: <${id}>`,
      `From: 左言 <${MAIL}>`,
      'To: service@hexiu.example',
      `Subject: ${WORDS}坏了`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      ...headers,
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--part',
      'Content-Type: image/png; name=home.png',
      'Content-Disposition: attachment; filename=home.png',
      'Content-Transfer-Encoding: base64',
      '',
      FILE.toString('base64'),
      '--part--',
    ].join('\r\n')
    const parsed = await parseMail(Buffer.from(source))
    assert.ok(parsed)
    const box = { id: '0190a000-0000-7000-8000-000000000001', address: 'service@hexiu.example' }
    return await world.db.transaction((tx) => takeMail(tx, box, parsed, world.clock.now()))
  }

  before(async () => {
    fake = await startFakeModel()
    const outside = outsideAt(fake)
    world = await openWorld({ smtpUrl: 'smtp://127.0.0.1:1', outside })
    key = await world.keyFor('owner')
    await leaveWordsEverywhere()
    heldBefore = await holding()
    const got = await call('GET', `/api/v1/customers/${customer}/copy`)
    assert.equal(got.status, 200, got.text)
    copy = got.text
    const erased = await call('DELETE', `/api/v1/customers/${customer}`)
    assert.equal(erased.status, 200, erased.text)
  })
  after(async () => {
    await world.close()
    await fake.stop()
  })

  /** By mail, survey, counter, file, status page and check, with staff who answer, note, link and are told of it. */
  async function leaveWordsEverywhere(): Promise<void> {
    const { workspaceId, database, clock } = world
    const staff = (
      await database.owner.query<{ id: string }>(
        `INSERT INTO people (id, email, name, created_at) VALUES (gen_random_uuid(), 'agent@hexiu.example', '客服小周', now()) RETURNING id`,
      )
    ).rows[0]?.id
    await database.owner.query(`INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ($1, $2, 'owner', now())`, [
      workspaceId,
      staff,
    ])
    await world.settle()

    assert.equal(await mail('first@customer.example', `${WORDS}洗衣机漏水，修了三次都没修好，电话 ${PHONE}`), 'feedback')
    await world.settle()
    const { rows } = await database.owner.query<{ id: string; code: string }>(
      `SELECT c.id, f.query_code AS code FROM cases c JOIN case_feedback l ON l.case_id = c.id JOIN feedback f ON f.id = l.feedback_id`,
    )
    const caseId = publicIdOf('case', rows[0]?.id ?? '')
    code = rows[0]?.code ?? ''
    customer = (await done<{ items: { id: string }[] }>('GET', '/api/v1/customers')).items[0]?.id ?? ''
    await done('PATCH', `/api/v1/customers/${customer}`, { name: `左言${WORDS}`, note: `${WORDS}喜欢电话` })

    assert.equal(await mail('second@customer.example', `${WORDS}还是漏`, ['In-Reply-To: <first@customer.example>']), 'message')
    await world.settle()
    await done('POST', `/api/v1/cases/${caseId}/replies`, { text: `${WORDS}师傅明天到` }, { 'idempotency-key': 'reply' })
    await done('POST', `/api/v1/cases/${caseId}/replies`, { text: `客户说${WORDS}`, internal: true })
    await world.call('POST', `/track/${code}`, {
      body: new TextEncoder().encode(`text=${encodeURIComponent(`${WORDS}谁来修`)}&once=a`),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await done('PUT', '/api/v1/settings/outside-model', { enabled: true, monthlyTokens: 100_000, monthlyCalls: 10 })
    fake.does({ kind: 'says', text: `${WORDS}我们马上来` })
    await done('POST', `/api/v1/cases/${caseId}/draft`)
    await done('PUT', `/api/v1/cases/${caseId}/resolution`, { outcome: 'resolved', note: `${WORDS}换了新机` })
    await world.call('POST', `/track/${code}`, {
      body: new TextEncoder().encode(`answer=no&comment=${encodeURIComponent(`${WORDS}又漏了`)}`),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await done('PUT', `/api/v1/cases/${caseId}/resolution`, { outcome: 'explained', note: `${WORDS}解释过了` })
    await world.settle()

    const survey = await done<z.input<typeof Survey>>('POST', '/api/v1/surveys', { template: 'nps' })
    const { slug, draft } = await done<z.input<typeof Survey>>('POST', `/api/v1/surveys/${survey.id}/publication`)
    const text = draft.questions.find(({ kind }) => kind === 'long-text')?.key ?? ''
    const scale = draft.questions.find(({ kind }) => kind === 'nps')?.key ?? ''
    const answered = await world.call('POST', `/s/${slug}/responses`, {
      body: { submission: 'erased-submission-1', answers: { [scale]: 1, [text]: `${WORDS}师傅迟到` }, contact: MAIL },
    })
    assert.equal(answered.status, 201, answered.text)

    const entered = { channel: 'counter', text: `${WORDS}门店反馈`, customer: { email: MAIL, phone: PHONE }, facts: { said: WORDS } }
    voice = (await done('POST', '/api/v1/feedback', entered, { 'idempotency-key': 'voice' })).id
    await done('POST', '/api/v1/cases', { feedback: voice }, { 'idempotency-key': 'case' })
    const rowsOf = `text,email\n${WORDS}导入的话,${MAIL}\n,${MAIL}\n${WORDS},zuoyan@@customer\n`
    const preview = await world.call<{ fileId: string; mapping: object }>('POST', '/api/v1/import-files?name=list.csv', {
      key,
      body: new TextEncoder().encode(rowsOf),
      headers: { 'idempotency-key': 'file', 'content-type': 'text/csv' },
    })
    await done('POST', '/api/v1/imports', { fileId: preview.body.fileId, mapping: preview.body.mapping, dryRun: false })
    await world.call('POST', '/api/v1/import-files?name=seen.csv', { key, body: new TextEncoder().encode(rowsOf) })
    await world.settle()

    const category = await done('POST', '/api/v1/categories', { names: { 'zh-CN': '门店' } })
    const examples = { belongs: true, texts: [`${WORDS}门店反馈`], feedbackIds: [voice] }
    await done('POST', `/api/v1/categories/${category.id}/examples`, examples)

    const improvement = await done('POST', '/api/v1/improvements', { title: '换掉门封' })
    await done('POST', `/api/v1/improvements/${improvement.id}/feedback`, { feedbackIds: [voice] })
    const at = (days: number) => isoOf(plus(clock.now(), days * DAY))
    const windows = { before: { from: at(-28), to: at(0) }, after: { from: at(0), to: at(28) } }
    await done('PUT', `/api/v1/improvements/${improvement.id}/verification`, {
      metric: { kind: 'mean-score', score: 'csat' },
      better: 'higher',
      ...windows,
    })
    for (const stage of ['accepted', 'building', 'shipped']) await done('PUT', `/api/v1/improvements/${improvement.id}/stage`, { stage })
    await world.settle()

    clock.advance(4 * DAY)
    for (const job of ['cases.sweep-promises', 'cases.raise-alarms', 'accounts.mail-digests']) await world.runJob(job)
    clock.advance(HOUR)

    // Left over in the queue: a mail that waits, and one whose handler failed for good.
    await mail('third@customer.example', `${WORDS}第三封`, ['In-Reply-To: <first@customer.example>'])
    const queue = await openQueue(world.ownerUrl, database, world.tools, { listeners: [], tasks: [] }, { work: false })
    const { rows: waiting } = await database.owner.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE name = 'mail.arrived' AND relayed_at IS NULL`,
    )
    const parcel = { workspaceId, handler: 'cases.take-mail', payload: waiting[0]?.payload }
    for (const lane of ['prompt', 'dead']) await queue.boss.insert(lane, [{ data: parcel }])
    await queue.stop()
  }

  it('left words in all these places, or they never hold any', async () => {
    const unknown = (await wordTables()).filter((name) => !heldBefore.includes(name) && !(name in NEVER) && !OF_THE_QUEUE.test(name))
    assert.deepEqual(unknown, [], 'a table that can hold words: let the person leave some in it, or say why nobody can')
    assert.deepEqual(
      heldBefore.filter((name) => name in NEVER),
      [],
      'what is said never to hold words holds some',
    )
  })

  it('gets everything in their copy, with the files', () => {
    for (const said of [
      '修了三次都没修好',
      '还是漏',
      '师傅明天到',
      '谁来修',
      '又漏了',
      '解释过了',
      '师傅迟到',
      '门店反馈',
      '导入的话',
      '喜欢电话',
      '我们马上来',
      MAIL,
    ])
      assert.ok(copy.includes(said), `${said} is in the copy`)
    assert.ok(copy.includes(FILE.toString('base64')), 'the picture is in the copy')
    assert.ok(!copy.includes('客户说'), 'what staff wrote to each other is not')
  })

  it('is nowhere afterwards', async () => {
    await world.runJob('channels.forget-import-files')
    assert.deepEqual(await holding(), [])
  })

  it('is not found by the code, nor brought back by a repetition', async () => {
    assert.equal((await world.call('GET', `/track/${code}`)).status, 404)
    assert.equal(await mail('first@customer.example', `${WORDS}洗衣机漏水`), 'known')
    const again = await call<{ code: string }>('POST', '/api/v1/cases', { feedback: voice }, { 'idempotency-key': 'case' })
    assert.equal(again.body.code, 'idempotency.erased')
    await world.settle()
    assert.deepEqual(await holding(), [])
  })

  it('who writes again begins anew, as somebody that can be found and erased again', async () => {
    assert.equal(await mail('fourth@customer.example', `${WORDS}又是我`, ['In-Reply-To: <second@customer.example>']), 'feedback')
    const { items } = await done<{ items: { id: string }[] }>('GET', '/api/v1/customers')
    assert.ok(uuidOf('cust', items[0]?.id ?? '') !== null && items[0]?.id !== customer)
  })
})
