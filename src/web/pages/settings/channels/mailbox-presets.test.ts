import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PRESETS, presetOf } from './mailbox-presets.ts'

describe('presetOf', () => {
  it('knows a provider by its domain', () => {
    assert.equal(presetOf('Lin@163.com')?.key, '163')
    assert.equal(presetOf('a@foxmail.com')?.imap.host, 'imap.qq.com')
  })
  it('does not guess for a domain of one’s own', () => assert.equal(presetOf('care@hexiu.example'), null))
  it('knows nothing of half an address', () => assert.equal(presetOf('lin'), null))
})

describe('PRESETS', () => {
  it('encrypt from the start, or by STARTTLS on 587', () => {
    for (const { imap, smtp } of PRESETS) {
      assert.deepEqual([imap.port, imap.secure], [993, true])
      assert.equal(smtp.secure, smtp.port === 465)
    }
  })
})
