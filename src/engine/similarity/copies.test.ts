import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { coordinated } from './coordinated.ts'
import { essenceOf, jaccard, shinglesOf } from './jaccard.ts'
import { signatureOf } from './signature.ts'

const POST = '这家店的净水器用了三个月就漏水，客服一直推脱不处理，大家千万不要买，谁买谁后悔，已经向平台投诉了'
const shareABand = (a: string, b: string) => {
  const [first, second] = [signatureOf(a), signatureOf(b)]
  return first !== null && second !== null && first.bands.some((band) => second.bands.includes(band))
}

describe('signatureOf', () => {
  const near = [
    [POST, POST.replace('三个月', '四个月')],
    [POST, `${POST}！！！😡`],
    [POST, POST.replaceAll('，', ' ').replace('这家店的', '')],
    [POST, `避雷避雷。${POST}`],
    [
      'The water purifier leaked after three months and support kept stalling.',
      'the water purifier leaked after 3 months and support kept stalling!!',
    ],
  ] as const
  for (const [a, b] of near) it(`finds ${b.slice(0, 16)}… by ${a.slice(0, 12)}…`, () => assert.ok(shareABand(a, b)))

  const apart = [
    [POST, '快递员态度很好，送货上门还帮忙安装，给个好评，下次还来这家店买净水器'],
    ['物流太慢了，等了一个星期才到货', '味道不错，分量也足，下次还会再来的'],
  ] as const
  for (const [a, b] of apart) it(`does not take ${b.slice(0, 12)}… for a copy`, () => assert.ok(!shareABand(a, b)))

  it('has none for what many say by themselves', () => {
    for (const text of ['好评', '很好', '', '👍👍👍', '物流很快', 'very good']) assert.equal(signatureOf(text), null, text)
  })

  it('finds as often as its bands promise', () => {
    const signs = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 3000)))
    const text = (seed: number) => Array.from({ length: 60 }, (_, i) => signs[(seed * 131 + i * 17 + ((i * i * seed) % 97)) % 400]).join('')
    const tries = { found: 0, promised: 0, all: 0 }
    for (let seed = 1; seed <= 300; seed++) {
      const a = text(seed)
      const b = `${a.slice(0, 20)}${text(seed + 1000).slice(0, 1 + (seed % 12))}${a.slice(20)}`
      const likeness = jaccard(shinglesOf(essenceOf(a)), shinglesOf(essenceOf(b)))
      tries.promised += 1 - (1 - likeness ** 4) ** 6
      tries.all++
      if (shareABand(a, b)) tries.found++
    }
    const error = 3 * Math.sqrt(tries.promised * (1 - tries.promised / tries.all)) + 1
    assert.ok(Math.abs(tries.found - tries.promised) < error, JSON.stringify(tries))
  })

  it('takes any text, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const signature = signatureOf(text)
        if (signature === null) return
        assert.match(signature.fingerprint, /^[0-9a-f]{16}$/)
        assert.ok(signature.bands.length === 6 && signature.bands.every((band) => band === (band | 0)))
      }),
    )
    for (const text of ['慢'.repeat(1_000_000), '\ud800'.repeat(1_000_000), '\0\u0007'.repeat(500_000), `${'a'.repeat(50_000)}!`]) {
      const start = process.hrtime.bigint()
      signatureOf(text)
      assert.ok(process.hrtime.bigint() - start < 2_000_000_000n)
    }
  })
})

describe('coordinated', () => {
  const HOUR = 3_600_000
  const copies = (speakers: (string | null)[], hours: number) => speakers.map((who, i) => ({ who, at: i * hours * HOUR, alike: 0.9 }))
  const bulk = signatureOf(POST)?.bulk ?? 0
  const cases = [
    { name: 'five customers within hours', copies: copies(['a', 'b', 'c', 'd', 'e'], 1), bulk, people: 5, unknown: 0 },
    { name: 'three customers and two unknown', copies: copies(['a', 'b', 'c', null, null], 1), bulk, people: 3, unknown: 2 },
    { name: 'four', copies: copies(['a', 'b', 'c', 'd'], 1), bulk, people: null },
    { name: 'one customer ten times', copies: copies(Array(10).fill('a'), 1), bulk, people: null },
    { name: 'five over a month', copies: copies(['a', 'b', 'c', 'd', 'e'], 144), bulk, people: null },
    { name: 'words that a shop fills in', copies: copies(['a', 'b', 'c', 'd', 'e', 'f'], 1), bulk: 30, people: null },
    {
      name: 'a burst among single ones',
      copies: [
        ...copies(['x', 'y'], 500),
        ...copies(['a', 'b', 'c', 'd', 'e', 'f'], 2).map((one) => ({ ...one, at: one.at + 5000 * HOUR })),
      ],
      bulk,
      people: 6,
      unknown: 0,
    },
  ]
  for (const { name, copies: given, bulk: size, people, unknown } of cases) {
    it(`of ${name}`, () => {
      const found = coordinated(given, size)
      assert.deepEqual(found && [found.people, found.unknown], people === null ? null : [people, unknown])
      if (found) assert.ok(found.to - found.from <= 72 * HOUR && Math.abs(found.alike - 0.9) < 1e-9)
    })
  }
})
