import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasChildren, neighbour, placed, placesFor } from './tree.ts'

const node = (id: string, parent: string | null, position: number, retiredAt: string | null = null) => ({ id, parent, position, retiredAt })
const service = node('service', null, 1)
const attitude = node('attitude', 'service', 0)
const speed = node('speed', 'service', 2)
const waiting = node('waiting', 'speed', 0)
const product = node('product', null, 0)
const old = node('old', null, 2, '2026-01-01T00:00:00Z')
const tree = [service, speed, attitude, waiting, product, old]

describe('placed', () => {
  it('walks the tree from the top, by position', () => {
    assert.deepEqual(
      placed(tree).map(({ category, level }) => `${level} ${category.id}`),
      ['0 product', '0 service', '1 attitude', '1 speed', '2 waiting', '0 old'],
    )
  })
})

describe('placesFor', () => {
  const ids = (id: string | null) => placesFor(tree, id).map(({ category }) => category.id)
  it('offers a new one the first two levels in use', () => assert.deepEqual(ids(null), ['product', 'service', 'attitude', 'speed']))
  it('offers one with children only what leaves room for them', () => assert.deepEqual(ids('speed'), ['product', 'service']))
  it('never offers itself or what hangs below it', () => assert.deepEqual(ids('service'), []))
})

describe('neighbour', () => {
  it('is the next in the same row', () => assert.equal(neighbour(tree, attitude, 1)?.id, 'speed'))
  it('is null at the end, past retired ones', () => assert.equal(neighbour(tree, service, 1), null))
})

describe('hasChildren', () => {
  it('counts those in use', () => assert.deepEqual([hasChildren(tree, 'speed'), hasChildren(tree, 'waiting')], [true, false]))
})
