import { rowsOf, textData } from '../../scripts/labelled-texts.ts'
import { STARTER_TREE } from '../../src/engine/aspects/starter-tree.ts'
import { targetsIn } from '../../src/engine/aspects/targets.ts'
import { loadSentimentModel, type Polarity } from '../../src/engine/sentiment/sentiment.ts'
import { readModels } from '../../src/platform/files/models.ts'
import { type Part, percent } from './part.ts'

type Row = { text: string; aspect: string; label: string }

/** Macro-F1 of a linear model that was trained on the set itself; ours has seen none of it. */
const REFERENCES: Readonly<Record<string, string>> = {
  camera: '82.0',
  car: '79.9',
  notebook: '79.8',
  phone: '89.2',
  mooc: '90.5',
  shampoo: '',
}

/** The characters stand apart in the files; latin words are kept whole there. */
const joined = (spaced: string): string => spaced.replace(/(\S) (?=\S)/gu, '$1')

const f1 = (hits: number, found: number, given: number): number =>
  found + given === 0 ? 0 : (2 * hits) / (found + given)

/** The mean of the F1 of good and bad; what is called neutral counts as missed. Rows that are neutral themselves are left out. */
function figuresOf(set: string): object | null {
  const rows = rowsOf<Row>(`evaluate_only/absa_zh_6domains/${set}.train.jsonl.gz`)?.filter(
    ({ label }) => label !== 'Neutral',
  )
  if (rows === undefined) return null
  const options = { taxonomy: STARTER_TREE, model: loadSentimentModel(readModels()) }
  const judged = rows.map(({ text, aspect, label }) => ({
    given: label === 'Positive' ? 'positive' : 'negative',
    found: targetsIn(joined(text), [joined(aspect)], options)[0]?.polarity,
  }))
  const count = (is: (one: (typeof judged)[number]) => boolean) => judged.filter(is).length
  const f1Of = (label: Polarity) =>
    f1(
      count(({ given, found }) => given === label && found === label),
      count(({ found }) => found === label),
      count(({ given }) => given === label),
    )
  return {
    set,
    texts: rows.length,
    'macro-F1': percent((f1Of('positive') + f1Of('negative')) / 2),
    accuracy: percent(count(({ given, found }) => given === found) / rows.length),
    'called neutral': percent(count(({ found }) => found === 'neutral') / rows.length),
    'reference, trained on the set': REFERENCES[set],
  }
}

/** Whether what is said of a target is good or bad, on domains that nothing was learned from. These sets are only measured on. */
export const aspects: Part = {
  name: 'aspects',
  rows: Object.keys(REFERENCES),
  run(isAsked) {
    const figures = Object.keys(REFERENCES)
      .filter(isAsked)
      .map(figuresOf)
      .filter((figure) => figure !== null)
    return figures.length === 0
      ? `No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`
      : { 'polarity of a target': figures }
  },
}
