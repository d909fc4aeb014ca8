import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MOST_WORDS, newWords } from './own-words.ts'
import { courseOf, meaningOf, movement } from './reading-figures.ts'

const share = (hits: number, of: number, low: number, high: number) => ({ hits, of, rate: hits / of, interval: { low, high } })

describe('figures of learning', () => {
  it('kappa means what Landis and Koch wrote', () => {
    const said = [-0.3, 0.2, 0.21, 0.5, 0.61, 0.8, 0.81, 1].map(meaningOf)
    assert.deepEqual(said, ['chance', 'chance', 'fair', 'moderate', 'substantial', 'substantial', 'full', 'full'])
  })

  it('moved only where the intervals lie apart', () => {
    const low = share(5, 20, 0.11, 0.47)
    const high = share(18, 20, 0.7, 0.97)
    const wide = share(8, 20, 0.22, 0.61)
    const nothing = { rate: null, interval: null }
    assert.deepEqual(
      [movement(low, high), movement(high, low), movement(low, wide), movement(nothing, high), movement(high, high)],
      ['up', 'down', 'unclear', 'unclear', 'same'],
    )
  })

  it('tells the course from the engine as it ships to the newest version', () => {
    const version = (number: number, hits: number) => ({
      number,
      figures: [
        { field: 'intent', sample: 'drawn', accuracy: share(2, 3, 0, 1), shipped: null },
        { field: 'intent', sample: 'doubtful', accuracy: share(hits, 20, 0, 1), shipped: share(hits - 5, 20, 0, 1) },
        { field: 'sentiment', sample: 'doubtful', accuracy: { hits: 0, of: 0, rate: null, interval: null }, shipped: null },
      ],
    })
    const versions = [version(2, 15), version(1, 12)]
    assert.deepEqual(
      courseOf(versions, 'intent', 'doubtful').map(({ number, accuracy }) => [number, accuracy.hits]),
      [
        [0, 7],
        [1, 12],
        [2, 15],
      ],
    )
    assert.deepEqual(courseOf(versions, 'sentiment', 'doubtful'), [])
    assert.deepEqual(
      courseOf(versions, 'intent', 'drawn').map(({ accuracy }) => accuracy.of),
      [3, 3],
    )
    assert.deepEqual(courseOf(versions.slice(0, 1), 'intent', 'doubtful').length, 1, 'what came before the oldest shown is not known')
  })
})

describe('own words', () => {
  const cases = [
    { name: 'many lines', text: '云朵洗衣机\r\n极光 Pro 2\n\n  小满净水器 ', known: [], added: ['云朵洗衣机', '极光 Pro 2', '小满净水器'] },
    { name: 'by commas of any script', text: '甲，乙、丙;丁,戊；己', known: [], added: ['甲', '乙', '丙', '丁', '戊', '己'] },
    { name: 'once each, and only new ones', text: '甲\n甲\n乙', known: ['乙'], added: ['甲'] },
    { name: 'nothing', text: ' \n , ', known: [], added: [] },
  ]
  for (const { name, text, known, added } of cases) it(name, () => assert.deepEqual(newWords(text, known).added, added))

  it('says what is too long and what has no room', () => {
    const long = '长'.repeat(41)
    assert.deepEqual(newWords(`${long}\n短`, []), { added: ['短'], tooLong: [long], leftOut: 0 })
    const full = Array.from({ length: MOST_WORDS - 1 }, (_, i) => `w${i}`)
    assert.deepEqual(newWords('甲\n乙\n丙', full), { added: ['甲'], tooLong: [], leftOut: 2 })
  })
})
