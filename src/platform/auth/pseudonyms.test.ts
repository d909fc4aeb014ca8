import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pseudonymCipher } from './pseudonyms.ts'
import { createSeal } from './seal.ts'

describe('pseudonymCipher', () => {
  const seal = createSeal('a secret for tests')
  const ours = pseudonymCipher(seal, 'workspace one')

  it('gives one text one code, and others others', () => {
    assert.match(ours.code('name 王小明'), /^[A-Z2-7]{16}$/)
    assert.equal(ours.code('name 王小明'), ours.code('name 王小明'))
    assert.notEqual(ours.code('name 王小明'), ours.code('name 王小朋'))
  })

  it('gives another code in another workspace and with another secret', () => {
    const code = ours.code('name 王小明')
    assert.notEqual(code, pseudonymCipher(seal, 'workspace two').code('name 王小明'))
    assert.notEqual(code, pseudonymCipher(createSeal('another secret'), 'workspace one').code('name 王小明'))
  })

  it('opens with the same secret only', () => {
    const sealed = ours.close('王小明')
    assert.ok(!sealed.includes('王小明'))
    assert.equal(ours.open(sealed), '王小明')
    assert.throws(() => pseudonymCipher(createSeal('another secret'), 'workspace one').open(sealed))
  })
})
