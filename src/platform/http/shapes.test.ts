import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { misfit } from '../../shared/contracts/misfit.ts'
import { misfitsOf } from './shapes.ts'

describe('misfitsOf', () => {
  const own = z.string().refine(() => false, { error: 'want a zone', params: misfit('not-zone') })
  const cases: [shape: z.ZodType, value: unknown, code: string, facts?: object][] = [
    [z.string(), undefined, 'needed'],
    [z.enum(['a']), undefined, 'needed'],
    [z.string().min(1), '', 'needed'],
    [z.string().min(10), 'x', 'too-short', { least: 10 }],
    [z.string().max(2), 'xyz', 'too-long', { most: 2 }],
    [z.number(), 'x', 'not-a-number'],
    [z.number(), Number.NaN, 'not-a-number'],
    [z.number().int(), 1.5, 'not-whole'],
    [z.number().min(1), 0, 'too-small', { least: 1 }],
    [z.number().max(5), 6, 'too-large', { most: 5 }],
    [z.array(z.string()).max(1), ['a', 'b'], 'too-many', { most: 1 }],
    [z.array(z.string()).min(1), [], 'too-few', { least: 1 }],
    [z.enum(['a', 'b']), 'c', 'not-one-of'],
    [z.email(), 'x', 'not-email'],
    [z.iso.datetime(), 'x', 'not-moment'],
    [z.string(), 7, 'wrong-kind'],
    [z.union([z.string(), z.null()]), 7, 'wrong-form'],
    [own, 'Moon/Base', 'not-zone'],
  ]
  for (const [shape, value, code, facts] of cases) {
    it(`${code} for ${JSON.stringify(value)}`, () => {
      const read = z.strictObject({ at: z.array(z.looseObject({ it: shape })) }).safeParse({ at: [{ it: value }] })
      assert.ok(read.error)
      const [{ path, message: _, ...said } = assert.fail()] = misfitsOf(read.error, { at: [{ it: value }] })
      assert.deepEqual([path, said], ['at[0].it', { code, ...(facts && { facts }) }])
    })
  }

  it('names each unknown field', () => {
    const read = z.strictObject({}).safeParse({ a: 1, b: 2 })
    assert.ok(read.error)
    assert.deepEqual(
      misfitsOf(read.error, {}).map(({ path, code }) => [path, code]),
      [
        ['a', 'unknown-field'],
        ['b', 'unknown-field'],
      ],
    )
  })
})
