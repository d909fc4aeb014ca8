import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { openWorld, type World } from '../../../tests/world.ts'
import { NewFeedback } from '../../shared/contracts/feedback.ts'
import { receiveFeedback, receiveFeedbackIn } from './index.ts'
import { sharedCommits } from './shared-commits.ts'

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('agent')
})
after(() => world.close())

const post = (body: unknown) => world.call<{ id: string; code: string }>('POST', '/api/v1/feedback', { key, body })
const owner = (text: string) => world.database.owner.query(text)
const count = async (where: string) => (await owner(`SELECT count(*)::int AS n FROM ${where}`)).rows[0].n as number

describe('a row that cannot be written', () => {
  it('fails alone; those that shared its commit are stored once', async () => {
    await owner(`CREATE FUNCTION choke() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.text LIKE '%poison%' THEN RAISE 'choked' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER choke BEFORE INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION choke()`)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => post({ channel: 'api', sourceId: `row-${n}`, text: n % 13 === 5 ? 'poison' : `好 ${n}` })),
    )
    assert.deepEqual([...new Set(answers.map(({ status }, n) => `${n % 13 === 5} ${status}`))].sort(), ['false 201', 'true 500'])
    assert.equal(await count(`feedback WHERE source_id LIKE 'row-%'`), 37)
    assert.equal(await count(`outbox WHERE name = 'feedback.received'`), 37)
    const { body } = await world.call<{ results: { status: string }[] }>('POST', '/api/v1/feedback/batch', {
      key,
      body: {
        items: [
          { channel: 'api', text: '甲' },
          { channel: 'api', text: 'poison' },
          { channel: 'api', text: '乙' },
        ],
      },
    })
    assert.deepEqual(
      body.results.map(({ status }) => status),
      ['added', 'refused', 'added'],
    )
    await owner('DROP TRIGGER choke ON feedback')
  })

  it('gets another code when its query code is taken', async () => {
    await owner(`CREATE FUNCTION collide() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.text = '撞' AND NOT EXISTS (SELECT FROM collisions) THEN NEW.query_code := (SELECT query_code FROM feedback LIMIT 1); PERFORM nextval('collided'); END IF; RETURN NEW; END $$;
      CREATE SEQUENCE collided; CREATE VIEW collisions AS SELECT FROM pg_sequences WHERE sequencename = 'collided' AND last_value IS NOT NULL;
      GRANT ALL ON SEQUENCE collided TO huixiang_app; GRANT SELECT ON collisions TO huixiang_app;
      CREATE TRIGGER collide BEFORE INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION collide()`)
    const answer = await world.call<{ id: string }>('POST', '/api/v1/feedback', {
      key,
      body: { channel: 'api', text: '撞' },
      headers: { 'idempotency-key': 'collision' },
    })
    assert.equal(answer.status, 201, answer.text)
    assert.equal(await count(`collisions`), 1)
    assert.equal(await count(`feedback WHERE text = '撞'`), 1)
    assert.equal(await count(`feedback_keys k JOIN feedback f ON f.id = k.feedback_id WHERE k.key = 'collision'`), 1)
    await owner('DROP TRIGGER collide ON feedback')
  })
})

describe('what is sent', () => {
  it('is stored or refused with a path, whatever it is', async () => {
    const anything = fc.jsonValue({ maxDepth: 3, noUnicodeString: false })
    const field = <T>(right: fc.Arbitrary<T>) =>
      fc.oneof({ weight: 4, arbitrary: right as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything })
    const body = fc.record(
      {
        channel: field(fc.constantFrom('api', 'web', 'email', 'import')),
        text: field(fc.string({ unit: 'binary' })),
        sourceId: field(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })),
        scores: field(
          fc.array(
            fc.record({
              kind: fc.constantFrom('nps', 'csat', 'rating'),
              value: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double({ noNaN: true })),
            }),
            { maxLength: 3 },
          ),
        ),
        customer: field(
          fc.record(
            {
              email: fc.oneof(fc.emailAddress(), fc.string()),
              name: fc.string({ unit: 'binary' }),
              attributes: fc.dictionary(fc.string(), anything),
            },
            { requiredKeys: [] },
          ),
        ),
        facts: field(fc.dictionary(fc.string({ unit: 'binary' }), anything)),
        occurredAt: field(fc.date({ noInvalidDate: true }).map((date) => date.toISOString())),
        url: field(fc.webUrl()),
      },
      { requiredKeys: ['channel'] },
    )
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const answer = await world.call<{ errors?: { path: string }[] }>('POST', '/api/v1/feedback', { key, body: JSON.stringify(sent) })
        assert.ok([200, 201, 422].includes(answer.status), `${answer.status} ${answer.text} for ${JSON.stringify(sent)}`)
        if (answer.status === 422) assert.ok((answer.body.errors ?? []).length > 0, answer.text)
        else assert.ok(NewFeedback.safeParse(sent).success)
      }),
      { numRuns: 150 },
    )
  })
})

describe('receiveFeedbackIn', () => {
  it('commits with its caller or not at all', async () => {
    const items = [{ channel: 'survey' as const, sourceId: 'in-1', text: '答卷' }]
    await assert.rejects(
      world.db.transaction(async (tx) => {
        const [outcome] = await receiveFeedbackIn(tx, items, { now: world.clock.now() })
        assert.equal(outcome?.status, 'added')
        throw new Error('the caller changed its mind')
      }),
      /changed its mind/,
    )
    assert.equal(await count(`feedback WHERE source_id = 'in-1'`), 0)
    await world.db.transaction((tx) => receiveFeedbackIn(tx, items, { now: world.clock.now() }))
    const [again] = await receiveFeedback(world.database, world.workspaceId, items, { now: world.clock.now() })
    assert.equal(again?.status, 'already')
  })

  it('lets a stranger add nothing to a known customer', async () => {
    const say = (customer: object, trusted: boolean) =>
      receiveFeedback(world.database, world.workspaceId, [{ channel: 'survey', text: 'x', customer }], { now: world.clock.now(), trusted })
    await say({ email: 'known@example.com', name: '本人' }, true)
    await say({ email: 'known@example.com', phone: '13800138999', name: '冒充', attributes: { vip: true } }, false)
    assert.equal(await count(`identities WHERE value = '+8613800138999'`), 0)
    assert.equal(await count(`customers WHERE name = '本人' AND attributes = '{}'`), 1)
  })
})

describe('a database whose disk is full', () => {
  it('is said to the caller, one voice or many, and nothing of it is kept; with room again all goes on', async () => {
    const { owner } = world.database
    const key = await world.keyFor('owner')
    const one = { channel: 'api', sourceId: 'full-1', text: '磁盘满了' }
    const send = () => world.call<{ code: string }>('POST', '/api/v1/feedback', { key, body: one })
    const sendMany = () =>
      world.call<{ code: string }>('POST', '/api/v1/feedback/batch', { key, body: { items: [one, { ...one, sourceId: 'full-2' }] } })
    await owner.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`)
    await owner.query('CREATE TRIGGER no_room BEFORE INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION no_room()')
    for (const answer of [await send(), await sendMany()]) {
      assert.deepEqual([answer.status, answer.body.code, answer.headers.get('retry-after')], [503, 'database.full', '30'])
    }
    await owner.query('DROP TRIGGER no_room ON feedback')
    assert.equal(await count(`feedback WHERE source_id LIKE 'full-%'`), 0)
    assert.equal((await send()).status, 201)
    assert.equal((await sendMany()).status, 200)
  })
})

describe('sharedCommits', () => {
  it('gathers while it writes, and sends away what is too much', async () => {
    const batches: number[][] = []
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    const commits = sharedCommits<number, number>({
      async write(rows) {
        batches.push([...rows])
        await opened
        return rows.map((row) => (row === 3 ? new Error('three') : row * 10))
      },
      most: 3,
      atOnce: 1,
      longest: 5,
      full: () => new Error('full'),
    })
    const added = [1, 2, 3, 4, 5, 6].map((row) => commits.add(row))
    await assert.rejects(commits.add(7), /full/)
    assert.equal(commits.idle(), false)
    open()
    const settled = await Promise.allSettled(added)
    assert.deepEqual(
      settled.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.message)),
      [10, 20, 'three', 40, 50, 60],
    )
    assert.deepEqual(batches, [[1], [2, 3, 4], [5, 6]])
    assert.equal(commits.idle(), true)
  })

  it('fails those of a batch that cannot be written, and goes on', async () => {
    let broken = true
    const commits = sharedCommits<number, number>({
      write: async (rows) => {
        if (broken) throw new Error('away')
        return [...rows]
      },
      most: 10,
      atOnce: 1,
      longest: 10,
      full: () => new Error('full'),
    })
    await assert.rejects(commits.add(1), /away/)
    broken = false
    assert.equal(await commits.add(2), 2)
  })
})
