import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LocalDate, plusDays } from '../../shared/time/zone.ts'
import { familyOfTheme, figuresOf, rootsOf, titleOf, weeksOf } from './themes-figures.ts'

const TODAY: LocalDate = '2026-03-02'
const ago = (days: number, theme: number, voices: number, sentiment: 'positive' | 'neutral' | 'negative' = 'negative') => ({
  day: plusDays(TODAY, -days),
  theme,
  sentiment,
  voices,
})

describe('themes', () => {
  it('count as what they are merged into, through all merges', () => {
    const themes = [
      { number: 1, mergedInto: null },
      { number: 2, mergedInto: 1 },
      { number: 3, mergedInto: 2 },
      { number: 4, mergedInto: null },
    ]
    assert.deepEqual(Object.fromEntries(rootsOf(themes)), { 1: 1, 2: 1, 3: 1, 4: 4 })
    assert.deepEqual(familyOfTheme(themes, 1), [1, 2, 3])
    assert.deepEqual(familyOfTheme(themes, 3), [])
  })

  const titles = [
    { name: '上门', words: ['师傅'], is: '上门' },
    { name: null, words: ['师傅', '上门', '改期', '电话'], is: '师傅、上门、改期' },
    { name: null, words: ['parcel', 'late'], is: 'parcel, late' },
    { name: null, words: ['按', '老人', '滤网'], is: '老人、滤网' },
    { name: null, words: ['书'], is: '书' },
    { name: null, words: [], is: '' },
  ]
  for (const { name, words, is } of titles)
    it(`are called ${is || 'nothing without words'}`, () => {
      assert.equal(titleOf({ name, words: words.map((word) => ({ word })) }), is)
    })

  it('have a share of all that was read, and a change that chance does not explain only where it is large', () => {
    const rows = [
      ...[ago(0, 1, 60), ago(29, 1, 20, 'positive'), ago(30, 1, 20), ago(59, 1, 10)],
      ...[ago(0, 2, 20), ago(30, 2, 18), ago(3, 3, 5)],
      ...[ago(1, 0, 95), ago(31, 0, 152), ago(60, 9, 0)],
    ]
    const roots = new Map([
      [1, 1],
      [2, 2],
      [3, 2],
      [4, 4],
    ])
    const { read, leftOut, themes } = figuresOf(rows, roots, { today: TODAY, days: 30 })
    assert.deepEqual([read, leftOut], [{ n: 200, before: 200 }, 95])
    const [one, two, none] = [themes.get(1)!, themes.get(2)!, themes.get(4)!]
    assert.deepEqual([one.n, one.share, one.before], [80, 0.4, { n: 30, share: 0.15 }])
    assert.deepEqual(one.sentiments, { positive: 20, neutral: 0, negative: 60 })
    assert.ok(!one.change!.chance && one.change!.low > 0.15 && one.change!.high < 0.34)
    assert.deepEqual([two.n, two.before.n, two.change!.chance], [25, 18, true])
    assert.ok(two.change!.low < 0 && two.change!.high > 0)
    assert.deepEqual([none.n, none.change!.chance], [0, true])
    assert.equal(one.series.length, 30)
    assert.deepEqual(
      [one.series[0], one.series.at(-1)],
      [
        { from: '2026-02-01', voices: 20 },
        { from: TODAY, voices: 60 },
      ],
    )
  })

  it('have no share where nothing was read, and no change where nothing was read before', () => {
    const figures = figuresOf([ago(0, 1, 3)], new Map([[1, 1]]), { today: TODAY, days: 7 })
    assert.deepEqual(figures.themes.get(1)?.change, null)
    assert.deepEqual(figuresOf([], new Map([[1, 1]]), { today: TODAY, days: 7 }).themes.get(1)?.share, null)
  })

  it('run by weeks over long periods, each voice in one of them', () => {
    const rows = Array.from({ length: 90 }, (_, i) => ago(i, 1, 1))
    const { series } = figuresOf(rows, new Map([[1, 1]]), { today: TODAY, days: 90 }).themes.get(1)!
    assert.equal(series.length, 13)
    assert.deepEqual(series.at(-1), { from: '2026-02-24', voices: 7 })
    assert.equal(
      series.reduce((sum, { voices }) => sum + voices, 0),
      90,
    )
  })

  it('are looked at in weeks since the first voice, for what rises', () => {
    const rows = [ago(0, 1, 4), ago(6, 2, 1), ago(7, 1, 2), ago(20, 0, 5), ago(70, 1, 9)]
    const roots = new Map([
      [1, 1],
      [2, 1],
    ])
    assert.deepEqual(weeksOf(rows, roots, TODAY), { themes: [{ theme: 1, counts: [0, 2, 5] }], totals: [5, 2, 5] })
  })
})
