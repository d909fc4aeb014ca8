import assert from 'node:assert/strict'
import { it } from 'node:test'
import { unfilled } from './unfilled.ts'

it('finds the first place that was not filled', () => {
  assert.deepEqual(unfilled('你好，{{customer.name}}，{{product}}'), { place: '{{customer.name}}', from: 3, to: 20 })
})
it('finds what a machine left open', () => assert.equal(unfilled('明天{{?}}点上门')?.from, 2))
it('leaves braces alone that are no place', () => assert.equal(unfilled('模板写成 {{x}} 就行'), null))
it('finds nothing in a text that is ready', () => assert.equal(unfilled('你好，王女士'), null))
