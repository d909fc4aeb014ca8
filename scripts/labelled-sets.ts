/**
 * Public sets for the classifier that a workspace makes for itself: texts with what they were filed under. A set that
 * brings a part to be judged on keeps it; of the others a fifth is held back, chosen by the text's letters. Nothing of
 * them is shipped.
 */
import type { LabelledText } from '../src/engine/classifier/classifier.ts'
import { coarseIntents, isHeldBack, rowsOf } from './labelled-texts.ts'
import { apartFrom } from './near-copies.ts'

export type LabelledSet = { learned: LabelledText[]; judged: LabelledText[]; several: boolean; nearCopies: number }

type Row = { text: string; label: string; label_des: string }
type AutoRow = { text: string; subject: string; sentiment: number }
type CosmeticsRow = { text: string; quads: { category: string; polarity: string }[] }

const CIC = 'cic_customer_intent'

const filed = (file: string, labelOf = ({ label }: Row): string | undefined => label): LabelledText[] =>
  (rowsOf<Row>(file) ?? []).flatMap((row) => {
    const label = labelOf(row)
    return label === undefined ? [] : [{ text: row.text, labels: [label] }]
  })

/** One entry for each text, with all that it was filed under in any row. */
function gathered(rows: readonly { text: string; label: string }[]): LabelledText[] {
  const labels = new Map<string, Set<string>>()
  for (const { text, label } of rows) labels.set(text, (labels.get(text) ?? new Set()).add(label))
  return [...labels].map(([text, of]) => ({ text, labels: [...of] }))
}

const auto = (labelOf: (row: AutoRow) => string): LabelledText[] =>
  gathered(
    (rowsOf<AutoRow>('bdci2018_auto/train.jsonl.gz') ?? []).map((row) => ({ text: row.text, label: labelOf(row) })),
  )

const cosmetics = (labelOf: (quad: CosmeticsRow['quads'][number]) => string): LabelledText[] =>
  gathered(
    (rowsOf<CosmeticsRow>('zhijiang_cosmetics/train.jsonl.gz') ?? []).flatMap(({ text, quads }) =>
      quads.map((quad) => ({ text, label: labelOf(quad) })),
    ),
  )

/** What is near a text to be judged is left out of what is learned from: else memory would pass for judgement. */
function parted(learned: LabelledText[], judged: LabelledText[], several = false): LabelledSet {
  const apart = apartFrom(learned, judged)
  return { learned: apart, judged, several, nearCopies: learned.length - apart.length }
}

const fifth = (texts: LabelledText[], several = false): LabelledSet =>
  parted(
    texts.filter(({ text }) => !isHeldBack(text)),
    texts.filter(({ text }) => isHeldBack(text)),
    several,
  )

const intents = (labelOf: (row: Row) => string | undefined): LabelledSet =>
  parted(filed(`${CIC}/train.jsonl.gz`, labelOf), filed(`${CIC}/dev.jsonl.gz`, labelOf))

/** By name; empty when its file is missing. */
export const labelledSets = {
  'app-reviews': () => fifth(filed('app_reviews_clean/train.jsonl.gz')),
  airline: () => fifth(filed('airline_tweets/train.jsonl.gz')),
  'auto-topics': () =>
    fifth(
      auto(({ subject }) => subject),
      true,
    ),
  'auto-topics-mood': () =>
    fifth(
      auto(({ subject, sentiment }) => `${subject} ${sentiment}`),
      true,
    ),
  cosmetics: () =>
    fifth(
      cosmetics(({ category }) => category),
      true,
    ),
  'cosmetics-mood': () =>
    fifth(
      cosmetics(({ category, polarity }) => `${category} ${polarity}`),
      true,
    ),
  'intents-5': () => {
    const coarse = coarseIntents()
    return intents(({ label_des }) => coarse[label_des])
  },
  'intents-118': () => intents(({ label }) => label),
  banking77: () => fifth(filed('banking77/train.jsonl.gz')),
  clinc150: () => parted(filed('clinc150/train.jsonl.gz'), filed('clinc150/val.jsonl.gz')),
} as const satisfies Record<string, () => LabelledSet>

export type SetName = keyof typeof labelledSets

/** Texts that no label of clinc150 fits. */
export const outOfScope = (): string[] =>
  ['train', 'val'].flatMap((part) => (rowsOf<Row>(`clinc150/oos_${part}.jsonl.gz`) ?? []).map(({ text }) => text))
