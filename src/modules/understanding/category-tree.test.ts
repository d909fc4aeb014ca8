import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { familyOfCategory, liveBelow, misplaced, type Node, unitedIn } from './category-tree.ts'

const node = (id: string, parentId: string | null = null, rest: Partial<Node> = {}): Node => ({
  id,
  parentId,
  retired: false,
  mergedInto: null,
  ...rest,
})
const TREE = [
  node('service'),
  node('attitude', 'service'),
  node('rude', 'attitude'),
  node('price'),
  node('value', 'price'),
  node('old', null, { retired: true }),
  node('cheap', 'price', { retired: true, mergedInto: 'value' }),
]

describe('misplaced', () => {
  const cases: { name: string; id: string | null; under: string | null; why: ReturnType<typeof misplaced> }[] = [
    { name: 'a new one at the top', id: null, under: null, why: null },
    { name: 'a new one on the third level', id: null, under: 'attitude', why: null },
    { name: 'a new one on the fourth level', id: null, under: 'rude', why: 'too-deep' },
    { name: 'a branch that would reach too deep', id: 'attitude', under: 'value', why: 'too-deep' },
    { name: 'a branch that fits', id: 'attitude', under: 'price', why: null },
    { name: 'under itself', id: 'service', under: 'attitude', why: 'in-itself' },
    { name: 'on itself', id: 'service', under: 'service', why: 'in-itself' },
    { name: 'under one that is retired', id: null, under: 'old', why: 'parent-retired' },
    { name: 'under nothing', id: null, under: 'gone', why: 'no-parent' },
    { name: 'to the top', id: 'rude', under: null, why: null },
  ]
  for (const { name, id, under, why } of cases) it(`${name}: ${why ?? 'fits'}`, () => assert.equal(misplaced(TREE, id, under), why))
})

describe('familyOfCategory', () => {
  it('holds all below, retired or not, and what was merged into it', () => {
    assert.deepEqual(familyOfCategory(TREE, 'service'), ['service', 'attitude', 'rude'])
    assert.deepEqual(familyOfCategory(TREE, 'price').sort(), ['cheap', 'price', 'value'])
    assert.deepEqual(familyOfCategory(TREE, 'value'), ['value', 'cheap'])
  })

  it('ends in a tree that bites its tail', () => {
    assert.deepEqual(familyOfCategory([node('a', 'b'), node('b', 'a')], 'a'), ['a', 'b'])
  })
})

describe('liveBelow', () => {
  it('leaves out what is retired', () => assert.deepEqual(liveBelow(TREE, 'price'), ['price', 'value']))
})

describe('unitedIn', () => {
  it('holds what was merged into it, however often, and ends where two were merged into each other', () => {
    const merged = [node('a', null, { mergedInto: 'b' }), node('b', null, { mergedInto: 'c' }), node('c'), node('below', 'c')]
    assert.deepEqual(unitedIn(merged, 'c'), ['c', 'b', 'a'])
    assert.deepEqual(unitedIn(merged, 'a'), ['a'])
    assert.deepEqual(unitedIn([node('a', null, { mergedInto: 'b' }), node('b', null, { mergedInto: 'a' })], 'a'), ['a', 'b'])
  })
})
