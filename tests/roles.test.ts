/** Two web and two worker processes on one database: what was sent twice is one, and a worker's death is not noticed. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type TestDatabase, testDatabase, withClient } from './database.ts'
import { clear, hx, newPlace, type Place, type Process, startProcess } from './installation.ts'
import { freePort } from './peers/mail-server.ts'

const VOICES = 60
const PATIENCE_MS = 60_000

let database: TestDatabase
let place: Place
let webs: Process[] = []
let workers: Process[] = []
let key: string

before(async () => {
  database = await testDatabase()
  place = await newPlace({ DATABASE_URL: database.ownerUrl, HX_SECRET: 'one secret for all nodes' })
  const start = async (role: 'web' | 'worker') => startProcess(place, { HX_ROLE: role, PORT: String(await freePort()) })
  webs = [await start('web'), await start('web')]
  const { slug } = hx<{ slug: string }>(place, 'workspace', 'create', 'Roles')
  key = hx<{ key: string }>(place, 'key', 'create', '--workspace', slug, '--role', 'owner').key
  workers = [await start('worker'), await start('worker')]
})
after(async () => {
  await clear(place, [...webs, ...workers])
  await database.drop()
})

type Answer = { id: string; status: number }

/** As a caller should: what is answered 503 was not taken, and is sent again. */
async function post(web: Process | undefined, sourceId: string): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(`${web?.url}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({
        channel: 'web',
        sourceId,
        text: `我要投诉,${sourceId} 送货太慢,没人理我`,
        customer: { email: `${sourceId}@example.com` },
      }),
    })
    const said = await response.text()
    if (response.ok) return { id: (JSON.parse(said) as { id: string }).id, status: response.status }
    assert.ok(response.status === 503 && tries < 10, `${sourceId} was answered ${response.status}: ${said}`)
    await sleep(500)
  }
}

/** What the database holds, by name. */
async function counts(): Promise<Record<string, number>> {
  return await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<Record<string, string>>(`
      SELECT (SELECT count(*) FROM feedback) AS feedback,
             (SELECT count(DISTINCT source_id) FROM feedback) AS sources,
             (SELECT count(*) FROM understandings) AS understood,
             (SELECT count(*) FROM cases) AS cases,
             (SELECT count(*) FROM case_feedback) AS answered,
             (SELECT count(*) FROM messages WHERE kind = 'acknowledgement') AS acknowledged,
             (SELECT count(DISTINCT case_id) FROM messages WHERE kind = 'acknowledgement') AS told,
             (SELECT count(*) FROM mails WHERE recipient LIKE '%@example.com') AS mails,
             (SELECT count(*) FROM outbox WHERE relayed_at IS NULL) AS waiting`)
    return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, n]) => [name, Number(n)]))
  })
}

/** Waits until every voice has its case and its acknowledgement; then a moment longer, for whatever comes twice. */
async function settled(voices: number): Promise<Record<string, number>> {
  const until = performance.now() + PATIENCE_MS
  let seen = await counts()
  while (performance.now() < until && ((seen.acknowledged ?? 0) < voices || (seen.understood ?? 0) < voices || seen.waiting !== 0)) {
    await sleep(250)
    seen = await counts()
  }
  await sleep(1_500)
  // What was done in that moment may have told of itself.
  for (seen = await counts(); seen.waiting !== 0 && performance.now() < until; seen = await counts()) await sleep(250)
  return seen
}

const once = (n: number) => ({
  feedback: n,
  sources: n,
  understood: n,
  cases: n,
  answered: n,
  acknowledged: n,
  told: n,
  mails: n,
  waiting: 0,
})

describe('several processes on one database', { timeout: 240_000 }, () => {
  it('keep one record of what reaches both webs at once, and do each piece of work once', async () => {
    const sources = Array.from({ length: VOICES }, (_, n) => `first-${n}`)
    const answers = await Promise.all(sources.map((source) => Promise.all(webs.map((web) => post(web, source)))))
    for (const [one, two] of answers) {
      assert.equal(one?.id, two?.id)
      assert.deepEqual([one?.status, two?.status].sort(), [200, 201])
    }
    assert.deepEqual(await settled(VOICES), once(VOICES))
  })

  it('tell whoever listens at one web what was sent to the other', async () => {
    const stream = await fetch(`${webs[0]?.url}/api/v1/stream`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(30_000),
    })
    assert.equal(stream.status, 200)
    const { id } = await post(webs[1], 'heard-elsewhere')
    assert.ok(id.startsWith('fb_'))
    let heard = ''
    for await (const chunk of stream.body ?? []) {
      heard += new TextDecoder().decode(chunk as Uint8Array)
      if (heard.includes('feedback.received')) break
    }
    assert.match(heard, /"name":"feedback\.received"/)
    await settled(VOICES + 1)
  })

  it('lose and double nothing when a worker is killed in the middle of its work', async () => {
    const sources = Array.from({ length: VOICES }, (_, n) => `second-${n}`)
    const sending = Promise.all(sources.map((source, n) => post(webs[n % 2], source)))
    while ((await counts()).understood === VOICES + 1) await sleep(20)
    await workers[0]?.kill()
    await sending
    assert.deepEqual(await settled(2 * VOICES + 1), once(2 * VOICES + 1))
  })
})
