import { labelledSets, outOfScope, type SetName } from '../../scripts/labelled-sets.ts'
import { textData } from '../../scripts/labelled-texts.ts'
import { assess } from '../../src/engine/classifier/assess.ts'
import { fitClassifier, readerOf } from '../../src/engine/classifier/classifier.ts'
import { wilsonInterval } from '../../src/engine/statistics/wilson-interval.ts'
import { type Part, percent } from './part.ts'

/**
 * What references got: on the held-out part of the set (as its README gives them), and on the very split that is judged
 * here: scikit-learn 1.2, TF-IDF of runs of one to three characters (five in English) and one and two words (jieba),
 * linear SVM, the better of cost .3 and 1 by the judged part itself. Accuracy / macro-F1; micro-F1 where labels are several.
 */
const REFERENCES: Readonly<Record<SetName, { 'SVM here': string; 'held out': string; aim: string }>> = {
  'app-reviews': { 'SVM here': '69.86 / 69.54', 'held out': '70.6', aim: '74' },
  airline: { 'SVM here': '81.39 / 75.61', 'held out': '81.85 / 75.53', aim: '84' },
  'auto-topics': { 'SVM here': '86.9', 'held out': '86.87', aim: '89' },
  'auto-topics-mood': { 'SVM here': '60.65', 'held out': '61.5', aim: '66' },
  cosmetics: { 'SVM here': '85', 'held out': '88.11', aim: '90.5' },
  'cosmetics-mood': { 'SVM here': '79.84', 'held out': '81.1', aim: '84.5' },
  'intents-5': { 'SVM here': '75.65 / 61', 'held out': '84.4 / 75.11 (clean labels)', aim: '88 / 80' },
  'intents-118': { 'SVM here': '61.95 / 46.46', 'held out': '83.85 / 75.29 (clean labels)', aim: '87 / 79' },
  banking77: { 'SVM here': '87.16 / 86.95', 'held out': '91.27', aim: '93.5' },
  clinc150: { 'SVM here': '92.6 / 92.55', 'held out': '92.6', aim: '95' },
}

function figuresOf(set: SetName): object | null {
  const { learned, judged, several, nearCopies } = labelledSets[set]()
  if (learned.length === 0) return null
  const start = performance.now()
  const { classifier } = fitClassifier(learned, { several })
  const seconds = (performance.now() - start) / 1000
  const read = readerOf(classifier)
  const found = judged.map(({ text, labels }) => ({ given: labels, ...read(text) }))
  const { accuracy, microF1, macroF1, calibrationError } = assess(found, classifier.labels)
  const { low, high } = accuracy.interval ?? { low: 0, high: 0 }
  return {
    set,
    learned: learned.length,
    'near-copies out': nearCopies,
    judged: judged.length,
    accuracy: percent(accuracy.rate ?? 0),
    '95 %': several ? '' : `${percent(low)}–${percent(high)}`,
    'micro-F1': percent(microF1),
    'macro-F1': percent(macroF1),
    ECE: Math.round(calibrationError * 1000) / 1000,
    ...REFERENCES[set],
    'seconds to learn': Math.round(seconds),
    ...(set === 'clinc150' &&
      outside(
        found,
        outOfScope().map((text) => read(text).confidence),
      )),
  }
}

const KEPT = 0.95

/** Of texts that no label fits, how many are as unsure as the least sure twentieth of those that one fits. */
function outside(found: readonly { confidence: number }[], outside: readonly number[]): object {
  const sure = found.map(({ confidence }) => confidence).sort((a, b) => b - a)
  const cut = sure[Math.ceil(sure.length * KEPT) - 1] ?? 0
  const hits = outside.filter((confidence) => confidence < cut).length
  const { low, high } = wilsonInterval(hits, outside.length) ?? { low: 0, high: 0 }
  return {
    'out of scope found': `${percent(hits / outside.length)} (${percent(low)}–${percent(high)}) of ${outside.length}`,
  }
}

/** What `hx learn` makes of sets of others, judged on texts that it has not seen. Slow: a plane for each label, in folds. */
export const learner: Part = {
  name: 'learner',
  slow: true,
  rows: Object.keys(labelledSets),
  run(isAsked) {
    const names = Object.keys(labelledSets) as SetName[]
    const figures = names
      .filter(isAsked)
      .map(figuresOf)
      .filter((figure) => figure !== null)
    return figures.length === 0
      ? `No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`
      : { learner: figures }
  },
}
