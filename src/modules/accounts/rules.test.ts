import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Role } from '../../shared/contracts/permissions.ts'
import { csvLine } from '../../shared/text/csv-line.ts'
import { instant } from '../../shared/time/instant.ts'
import { addressBucket } from './address-bucket.ts'
import { membershipFault } from './membership-rules.ts'
import { passwordFault } from './password-rules.ts'
import { codeAt, plainRecoveryCode, secretOf, stepOfCode } from './second-factor.ts'
import { sessionCookie } from './session-cookie.ts'
import { slugOf } from './slug-of.ts'

describe('passwordFault', () => {
  const cases = [
    { password: '白日依山尽黄河入海', fault: 'too-short' },
    { password: '白日依山尽黄河入海流', fault: null },
    { password: 'aaaaaaaaaaaa', fault: 'too-plain' },
    { password: 'Password123', fault: 'too-common' },
    { password: 'lin.xiao2024', fault: 'like-email' },
    { password: 'lin.xiao@example.com', fault: 'like-email' },
    { password: 'x'.repeat(150) + 'abcdefgh'.repeat(10), fault: 'too-long' },
    { password: 'correct horse battery', fault: null },
  ]
  for (const { password, fault } of cases) {
    it(`${password.slice(0, 24)} → ${fault}`, () => assert.equal(passwordFault(password, 'lin.xiao@example.com'), fault))
  }
})

describe('membershipFault', () => {
  const me = (role: Role) => ({ id: 'me', role })
  const other = (role: Role) => ({ id: 'other', role })
  const cases = [
    { name: 'an admin makes an agent a manager', by: me('admin'), whom: other('agent'), next: 'manager', owners: 1, fault: null },
    { name: 'an admin touches no owner', by: me('admin'), whom: other('owner'), next: 'agent', owners: 2, fault: 'above-you' },
    { name: 'an admin makes no owner', by: me('admin'), whom: other('agent'), next: 'owner', owners: 1, fault: 'above-you' },
    { name: 'an admin does not rise by themselves', by: me('admin'), whom: me('admin'), next: 'owner', owners: 1, fault: 'above-you' },
    { name: 'an owner makes another', by: me('owner'), whom: other('agent'), next: 'owner', owners: 1, fault: null },
    { name: 'the last owner stays owner', by: me('owner'), whom: me('owner'), next: 'admin', owners: 1, fault: 'last-owner' },
    { name: 'the last owner does not leave', by: me('owner'), whom: me('owner'), next: null, owners: 1, fault: 'last-owner' },
    { name: 'one of two owners leaves', by: me('owner'), whom: me('owner'), next: null, owners: 2, fault: null },
  ] as const
  for (const { name, by, whom, next, owners, fault } of cases) {
    it(name, () => assert.equal(membershipFault(by, whom, next, owners), fault))
  }
})

describe('addressBucket', () => {
  const cases = [
    ['10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ] as const
  for (const [address, bucket] of cases) it(address, () => assert.equal(addressBucket(address), bucket))
})

describe('csvLine', () => {
  const cases = [
    { cells: ['a', 'b,c', 'd"e'], line: 'a,"b,c","d""e"\r\n' },
    { cells: ['=1+1', '+1', '-1', '@x', ' =1'], line: `'=1+1,'+1,'-1,'@x,' =1\r\n` },
    { cells: [null, -5, 'a\nb'], line: ',-5,"a\nb"\r\n' },
    { cells: ['\t=1'], line: `'\t=1\r\n` },
  ]
  for (const { cells, line } of cases) it(JSON.stringify(cells), () => assert.equal(csvLine(cells), line))
})

describe('second factor', () => {
  const secret = secretOf(new Uint8Array(32).map((_, i) => i))
  it('writes secrets of 160 bits', () => assert.equal(secret, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'))
  it('agrees with RFC 6238, SHA-1, 8 digits cut to 6', () => {
    // The secret "12345678901234567890" of appendix B in base 32; at 59 s the code is 94287082.
    assert.equal(codeAt('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', instant('1970-01-01T00:00:59Z')), '287082')
  })
  it('gives the step of a code, one before and one after', () => {
    const now = instant('2026-03-02T02:00:00Z')
    const step = now / 30_000
    for (const off of [-1, 0, 1]) assert.equal(stepOfCode(secret, codeAt(secret, (now + off * 30_000) as typeof now), now), step + off)
    for (const off of [-2, 2]) assert.equal(stepOfCode(secret, codeAt(secret, (now + off * 30_000) as typeof now), now), null)
    for (const code of ['', '12345', 'abcdef', '1234567']) assert.equal(stepOfCode(secret, code, now), null)
  })
  it('reads recovery codes as people type them', () => assert.equal(plainRecoveryCode(' ABCD-efgh 2345'), 'abcdefgh2345'))
})

describe('small things', () => {
  it('cookies leave TLS only where there is none', () => {
    assert.match(sessionCookie('t', 'https://a.example'), /; Secure$/)
    assert.doesNotMatch(sessionCookie('t', 'http://localhost:7300'), /Secure/)
  })
  const slugs = [
    ['Acme & Söhne GmbH', 'acme-sohne-gmbh'],
    ['澄净家电', 'w'],
    ['回响 Huixiang', 'huixiang'],
    ['--', 'w'],
  ] as const
  for (const [name, slug] of slugs) it(`${name} → ${slug}`, () => assert.equal(slugOf(name, 'w'), slug))
})
