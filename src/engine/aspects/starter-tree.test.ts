import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { starterClauses, starterClausesAfterwards } from '../../../tests/texts/starter-clauses.ts'
import { aspectsOf } from './aspects.ts'
import { STARTER_TREE } from './starter-tree.ts'
import { indexTaxonomy, isWithin } from './taxonomy.ts'

const options = { taxonomy: STARTER_TREE, model: sentimentModel }
const index = indexTaxonomy(STARTER_TREE)
const placeOf = (key: string) => index.keys.indexOf(key)
const isAbove = (above: string, below: string) => isWithin(index, placeOf(below), placeOf(above))

/** What is found beside the right category counts as wrong, unless it stands above it. */
function figuresOf(rows: readonly { text: string; category: string }[]): { precision: number; recall: number } {
  let hits = 0
  let found = 0
  for (const { text, category } of rows) {
    const keys = new Set(aspectsOf(text, options).map((aspect) => aspect.category))
    if (keys.has(category)) hits++
    found += [...keys].filter((key) => key === category || !(keys.has(category) && isAbove(key, category))).length
  }
  return { precision: hits / found, recall: hits / rows.length }
}

describe('the categories that the starter tree finds', () => {
  it('has clauses of our own for every category', () => {
    for (const rows of [starterClauses, starterClausesAfterwards])
      assert.deepEqual(new Set(rows.map(({ category }) => category)), new Set(index.keys))
  })

  // The floors stand a little under what was measured, so that a change of the cue lists that loses shows.
  const floors = [
    { name: 'clauses that cue lists were widened by', rows: starterClauses.filter((one) => one.isForCues), precision: 0.75, recall: 0.94 },
    { name: 'the other half of them', rows: starterClauses.filter((one) => !one.isForCues), precision: 0.8, recall: 0.93 },
    { name: 'clauses that paraphrase, written afterwards', rows: starterClausesAfterwards, precision: 0.28, recall: 0.31 },
  ]
  for (const { name, rows, precision, recall } of floors) {
    it(`${name}: ${rows.length}, precision above ${precision}, recall above ${recall}`, () => {
      const figures = figuresOf(rows)
      assert.ok(figures.precision >= precision, `precision ${figures.precision}`)
      assert.ok(figures.recall >= recall, `recall ${figures.recall}`)
    })
  }
})
