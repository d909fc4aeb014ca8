import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { readRows } from '../../platform/files/rows.ts'
import { guessMapping, importRows } from './index.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

async function read(csv: string, more: { dryRun?: boolean } = {}) {
  const { added, already, refused } = await importRows(
    world.database,
    world.workspaceId,
    readRows({ kind: 'bytes', name: 'a.csv', bytes: Buffer.from(csv) }),
    { mapping: guessMapping(['id', 'text', 'nps']), zone: 'Asia/Shanghai', dryRun: false, now: world.clock.now, ...more },
  )
  return { added, already, refused: refused.map(({ line, code }) => [line, code]) }
}

describe('importRows', () => {
  it('takes a row without an id once for each time it stands in the file, and none again', async () => {
    const file = 'text,nps\n好,9\n好,9\n不错,9\n好,9\n好,0\n'
    assert.deepEqual(await read(file, { dryRun: true }), { added: 5, already: 0, refused: [] })
    assert.deepEqual(await read(file), { added: 5, already: 0, refused: [] })
    assert.deepEqual(await read(file), { added: 0, already: 5, refused: [] })
    assert.deepEqual(await read(`${file}好,9\n`), { added: 1, already: 5, refused: [] })
  })

  it('takes an id once, and refuses what does not fit row by row', async () => {
    const file = 'id,text,nps\n1,慢,3\n1,慢得很,3\n2,,\n3,好,11\n4,a,b,c,d\n'
    const refused = [
      [4, 'no-content'],
      [5, 'off-scale'],
      [6, 'more-cells'],
    ]
    assert.deepEqual(await read(file), { added: 1, already: 1, refused })
    assert.deepEqual(await read(file), { added: 0, already: 2, refused })
  })
})
