/** Learning one category from its examples. Pure; runs in a thread of its own. */
import { fewShotDistance, fitFewShot, readBackground, type Shown } from '../../engine/aspects/few-shot.ts'
import { checkFewShot } from '../../engine/aspects/few-shot-check.ts'
import { type PackedFewShot, packFewShot } from '../../engine/aspects/few-shot-packing.ts'
import { STARTER_TREE } from '../../engine/aspects/starter-tree.ts'
import { normalise } from '../../engine/language/normalise.ts'
import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import { FEWEST_EXAMPLES_SHOWN } from '../../shared/contracts/example-limits.ts'

/** A text that a person judged, as an example or in review. `wasFound`: the engine had taken it for this category before. */
export type Labelled = { text: string; belongs: boolean; source: 'example' | 'judgement'; wasFound: boolean }

type Counted = { hits: number; of: number }

export type FitFigures = { precision: Counted; recall: Counted; found: Counted }
export type FitFrom = {
  examples: number
  counterExamples: number
  judgements: number
  voices: number
  starterTexts: number
}

/** `packed` is null, and nothing is found, where there is too little to learn from. Ids of voices, the newest first. */
export type Fitted = {
  packed: PackedFewShot | null
  from: FitFrom
  figures: FitFigures
  preview: { would: string[]; close: string[] }
}

/** So few voices do not show what else is said; words of the starter categories stand in. */
const FEW_VOICES = 500
const PREVIEWED = 10
/** In parts of the way from the edge to what most voices say: what lies farther off does not come close. */
const FARTHEST = -0.5
/** So many judgements show how often a category is spoken of. */
const JUDGED_TELL = 50
/** Of each kind, the newest. */
const MOST_LEARNED = 300

const NOTHING: Counted = { hits: 0, of: 0 }
const NOTHING_LEARNED = {
  packed: null,
  figures: { precision: NOTHING, recall: NOTHING, found: NOTHING },
  preview: { would: [], close: [] },
}
const plainOf = (text: string) => normalise(text, { limit: 1_000 }).text.trim()

/**
 * Learns a category and says how right it is and which of the newest voices it would find.
 *
 * @param labelled  what people said, what counts most first: of texts that are alike the first holds
 * @param recent    the newest voices, newest first
 */
export function fitCategory(
  definition: string,
  labelled: readonly Labelled[],
  recent: readonly { id: string; text: string }[],
): Fitted {
  const known = onceEach(labelled)
  const { shown, others } = partsOf(definition, [...known.values()])
  const unlabelled = recent.filter(({ text }) => !known.has(plainOf(text)))
  const starter = unlabelled.length + others.length < FEW_VOICES ? STARTER_TREE.flatMap(({ words }) => words) : []
  const all = [...known.values()]
  const from = {
    examples: all.filter(({ source, belongs }) => source === 'example' && belongs).length,
    counterExamples: all.filter(({ source, belongs }) => source === 'example' && !belongs).length,
    judgements: all.filter(({ source }) => source === 'judgement').length,
    voices: unlabelled.length + others.length,
    starterTexts: starter.length,
  }
  if (shown.examples.length + shown.confirmed.length < FEWEST_EXAMPLES_SHOWN) return { from, ...NOTHING_LEARNED }
  const behind = [...unlabelled.map(({ text }) => text), ...starter]
  return { from, ...learned(shown, others, behind, unlabelled) }
}

function learned(
  shown: Shown,
  others: readonly string[],
  behind: readonly string[],
  recent: readonly { id: string; text: string }[],
): Omit<Fitted, 'from'> {
  const background = readBackground(behind, others)
  const fit = fitFewShot(shown, background)
  const distance = fewShotDistance(fit)
  const far = recent.map(({ id, text }) => ({ id, far: distance(text) }))
  const found = far.filter((one) => one.far >= 0)
  const close = far.filter((one) => one.far < 0 && one.far > FARTHEST).sort((a, b) => b.far - a.far)
  // What does not belong is learned against; one half of it is checked by what is learned against the other.
  const without = (rest: number) =>
    others.length === 0
      ? background
      : readBackground(
          behind,
          others.filter((_, i) => i % 2 !== rest),
        )
  const checked = checkFewShot(shown, others, [without(0), without(1)]) ?? { precision: NOTHING, recall: NOTHING }
  const ids = (voices: readonly { id: string }[]) => voices.slice(0, PREVIEWED).map(({ id }) => id)
  return {
    packed: packFewShot(fit),
    figures: { ...checked, found: { hits: found.length, of: recent.length } },
    preview: { would: ids(found), close: ids(close) },
  }
}

/** By what they say: copies are one, and none may stand among those that it is checked against. */
function onceEach(labelled: readonly Labelled[]): Map<string, Labelled> {
  const known = new Map<string, Labelled>()
  for (const one of labelled) {
    const plain = plainOf(one.text)
    if (plain !== '' && !known.has(plain)) known.set(plain, one)
  }
  return known
}

function partsOf(definition: string, labelled: readonly Labelled[]) {
  const texts = (is: (one: Labelled) => boolean) =>
    labelled
      .filter(is)
      .slice(0, MOST_LEARNED)
      .map(({ text }) => text)
  const examples = texts(({ belongs, wasFound }) => belongs && !wasFound)
  const confirmed = texts(({ belongs, wasFound }) => belongs && wasFound)
  // What was found before says nothing of where the edge lies, unless there is nothing else to say it.
  const isEnough = examples.length >= FEWEST_EXAMPLES_SHOWN
  return {
    shown: {
      definition,
      examples: isEnough ? examples : [...examples, ...confirmed].slice(0, MOST_LEARNED),
      confirmed: isEnough ? confirmed : [],
      share: shareOf(labelled),
      counters: texts(({ belongs, source, wasFound }) => !belongs && (source === 'example' || wasFound)),
    },
    others: texts(({ belongs, source, wasFound }) => !belongs && source === 'judgement' && !wasFound),
  }
}

/** Of what people judged in review, the part that belongs; examples say nothing of how many there are. */
function shareOf(labelled: readonly Labelled[]): number | undefined {
  const judged = labelled.filter(({ source }) => source === 'judgement')
  if (judged.length < JUDGED_TELL) return undefined
  return judged.filter(({ belongs }) => belongs).length / judged.length
}

/** Texts with what is personal made unreadable. */
export const maskAll = (texts: readonly string[]): string[] => texts.map((text) => mask(text, findPii(text)))
