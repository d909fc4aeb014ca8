import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withClient } from './database.ts'
import { type Answers, databaseAway, lostOrDoubled, openSite, pour, type Site, servesAgain } from './overload.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site?.close())

const of = ({ counts }: Answers, words: RegExp): number =>
  Object.entries(counts).reduce((sum, [what, n]) => (words.test(what) ? sum + n : sum), 0)

describe('under hardship', { timeout: 180_000 }, () => {
  it('answers 200 callers at once, each with a success or with when to come again, and keeps what it acknowledged', async () => {
    const load = pour(site, 200, 'crowd')
    await sleep(4_000)
    const answers = await load.stop()
    assert.deepEqual(answers.wrong, [])
    assert.ok(of(answers, /feedback 20[01]/) > 100, JSON.stringify(answers.counts))
    assert.ok(of(answers, /survey 429/) > 0, 'a public form has a limit for each address')
    assert.ok(of(answers, /survey 201/) > 0, JSON.stringify(answers.counts))
    assert.deepEqual(await lostOrDoubled(site, answers.acknowledged), [])
    assert.ok(await servesAgain(site, 20))
  })

  it('keeps one record of a survey that is sent ten times at once', async () => {
    await withClient(site.url, (client) => client.query('DELETE FROM call_counts'))
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const response = await fetch(`${site.process.url}/s/${site.slug}/responses`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ submission: 'ten-at-once', answers: { recommend: 3 } }),
        })
        return response.status
      }),
    )
    assert.deepEqual(
      statuses.filter((status) => status !== 200 && status !== 201),
      [],
    )
    assert.deepEqual(await lostOrDoubled(site, { feedback: [], submissions: ['ten-at-once'] }), [])
  })

  it('says so while the database is away, and goes on by itself when it is back', async () => {
    const { pid } = site.process.child
    const answers = await databaseAway(site, 5, 50)
    assert.deepEqual(answers.wrong, [])
    assert.ok(of(answers, /503/) > 0, JSON.stringify(answers.counts))
    assert.ok(answers.longest < 12_000, `someone waited ${answers.longest} ms`)
    assert.ok(await servesAgain(site, 20))
    assert.equal(site.process.child.exitCode, null)
    assert.equal(site.process.child.pid, pid)
    assert.deepEqual(await lostOrDoubled(site, answers.acknowledged), [])
  })
})
