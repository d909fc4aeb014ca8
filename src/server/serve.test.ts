import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openWorld } from '../../tests/world.ts'
import { startServer } from './serve.ts'

it('gives every answer its own length over a real connection', async () => {
  const world = await openWorld()
  const { database, tools, ownerUrl } = world
  const served = await startServer({ host: '127.0.0.1', port: 0, database, tools, databaseUrl: ownerUrl, trustProxy: [] })
  try {
    const headers = { authorization: `Bearer ${await world.keyFor('owner')}` }
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${served.port}/api/v1${path}`, { headers })
      const text = await answer.text()
      assert.equal(Number(answer.headers.get('content-length')), Buffer.byteLength(text), path)
      assert.doesNotThrow(() => JSON.parse(text), path)
    }
    for (const path of ['/workspace', '/cases', '/cases/counts', '/surveys', '/nothing', '/workspace']) await get(path)
  } finally {
    await served.stop()
    await world.close()
  }
})
