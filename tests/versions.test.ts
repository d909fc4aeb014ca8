/** The whole loop once more on each PostgreSQL that DATABASE_URL may name, from the voice to the verdict and the notice. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { embeddedFor } from '../src/platform/db/embedded/binaries.ts'
import { fillWorkspace, id, MARK } from './isolation/tenant.ts'
import { outsideAt, startFakeModel } from './peers/outside-model.ts'
import { openWorld, type World } from './world.ts'

type Items = {
  items: { id: string; text: string; sentiment: string }[]
  stage: string
  promises: { keptAt?: string }[]
  result: { verdict: string } | null
  asked: number
}

for (const major of ['15', '16', '17'] as const) {
  const missing = embeddedFor(`pg${major}`) === null && `the packaged PostgreSQL ${major} is not for this platform`
  describe(`on PostgreSQL ${major}`, { skip: missing }, () => {
    it('the loop goes round', async () => {
      const fake = await startFakeModel()
      const world = await openWorld({ major, outside: outsideAt(fake) })
      try {
        await requireMajor(world, major)
        await fillWorkspace(world, await world.keyFor('owner'))
        await theLoopIsClosed(world)
      } finally {
        await world.close()
        await fake.stop()
      }
    })
  })
}

async function requireMajor(world: World, major: string): Promise<void> {
  const { rows } = await world.database.owner.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`)
  assert.equal(rows[0]?.version.slice(0, 2), major)
}

/** Heard, understood and found; answered and resolved; improved, verified and told. */
async function theLoopIsClosed(world: World): Promise<void> {
  const key = await world.keyFor('owner')
  const get = async (path: string) => {
    const answer = await world.call<Items>('GET', path, { key })
    assert.equal(answer.status, 200, `${path}: ${answer.text}`)
    return answer.body
  }
  const found = await get(`/api/v1/feedback?q=${encodeURIComponent('送货 太慢')}&sentiment=negative`)
  assert.ok(
    found.items.some(({ text }) => text.includes(MARK)),
    'a search by words finds the voice',
  )
  const answered = await get(`/api/v1/cases/${await id(world, 'case')}`)
  assert.equal(answered.stage, 'resolved')
  assert.ok(
    answered.promises.some(({ keptAt }) => keptAt !== undefined),
    'the first answer came in time',
  )
  const improvement = await id(world, 'imp')
  assert.equal((await get(`/api/v1/improvements/${improvement}/verification`)).result?.verdict, 'too-few')
  assert.ok((await get(`/api/v1/improvements/${improvement}/notices`)).items.length > 0)
  assert.ok((await get('/api/v1/metrics/echo-rate')).asked > 0)
  await get('/api/v1/home?days=30')
}
