import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { draftOf, sentOf, withAddress } from './mailbox-form.ts'

describe('withAddress', () => {
  it('fills in user name and servers of a known provider', () => {
    const form = withAddress(draftOf(null), 'lin@163.com')
    assert.equal(form.userName, 'lin@163.com')
    assert.equal(form.provider, '163')
    assert.equal(form.smtp.host, 'smtp.163.com')
  })
  it('leaves a user name of its own alone', () => {
    assert.equal(withAddress({ ...draftOf(null), userName: 'lin' }, 'a@b.cn').userName, 'lin')
  })
  it('leaves servers that were typed alone', () => {
    const own = { ...draftOf(null), imap: { host: 'mail.hexiu.example', port: 993, secure: true, on: true } }
    assert.equal(withAddress(own, 'lin@163.com').imap.host, 'mail.hexiu.example')
  })
})

describe('sentOf', () => {
  it('leaves out an empty password and a server that is off', () => {
    const form = withAddress(draftOf(null), 'lin@qq.com')
    assert.deepEqual(sentOf({ ...form, imap: { ...form.imap, on: false } }), {
      address: 'lin@qq.com',
      name: '',
      userName: 'lin@qq.com',
      imap: null,
      smtp: { host: 'smtp.qq.com', port: 465, secure: true },
    })
  })
})
