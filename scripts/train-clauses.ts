/**
 * Learns models/clauses.bin from clauses of the labelled reviews and writes its card. How sure a distance is comes from
 * clauses that people judged for themselves and from short reviews, all of texts held back.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clausesOf } from '../src/engine/language/clauses.ts'
import { normalise } from '../src/engine/language/normalise.ts'
import { CLAUSE_OPTIONS, clausesToLearn, fitClauses } from '../src/engine/sentiment/clause-fit.ts'
import { logOddsOf, type PolarityModel, packPolarityModel } from '../src/engine/sentiment/polarity.ts'
import { type JudgedText, placeOf } from '../src/engine/sentiment/polarity-fit.ts'
import { wilsonInterval } from '../src/engine/statistics/wilson-interval.ts'
import { MODELS, sealed } from '../src/platform/files/models.ts'
import { clausesCard } from './clauses-card.ts'
import { filesRead, isHeldBack, judgements, ownJudgements, rowsOf, textData } from './labelled-texts.ts'
import { apartFrom } from './near-copies.ts'

type Quad = { opinion: string; polarity: string }
type AutoRow = { text: string; sentiment: number; sentiment_word: string | null }

/** A judged text, and the words in it that judge, each with its side. */
type Marked = { text: string; domain: string; marks: { words: string; positive: boolean }[] }

const plain = (text: string): string => normalise(text).text

function cosmetics(): Marked[] {
  return (rowsOf<{ text: string; quads: Quad[] }>('zhijiang_cosmetics/train.jsonl.gz') ?? []).map(
    ({ text, quads }) => ({
      text,
      domain: 'cosmetics',
      marks: quads
        .filter(({ opinion, polarity }) => opinion !== '_' && polarity !== '中性')
        .map(({ opinion, polarity }) => ({ words: opinion, positive: polarity === '正面' })),
    }),
  )
}

function auto(): Marked[] {
  const byText = new Map<string, Marked>()
  for (const { text, sentiment, sentiment_word } of rowsOf<AutoRow>('bdci2018_auto/train.jsonl.gz') ?? []) {
    const marked = byText.get(text) ?? { text, domain: 'auto', marks: [] }
    byText.set(text, marked)
    if (sentiment_word !== null && sentiment !== 0)
      marked.marks.push({ words: sentiment_word, positive: sentiment === 1 })
  }
  return [...byText.values()]
}

/** The clauses that hold marks of one side only. */
function markedClauses({ text, domain, marks }: Marked): JudgedText[] {
  const words = plain(text)
  return clausesOf(words).flatMap(({ from, to }) => {
    const clause = words.slice(from, to)
    const sides = new Set(
      marks.filter((mark) => clause.includes(plain(mark.words).trim())).map(({ positive }) => positive),
    )
    const [positive] = sides
    return sides.size === 1 && positive !== undefined ? [{ text: clause, domain, positive }] : []
  })
}

const isShort = ({ text }: JudgedText): boolean => clausesOf(text).length === 1

export type ClauseFigures = { set: string; clauses: number; right: number; interval: string }

function figuresOf(model: PolarityModel, apart: readonly JudgedText[]): ClauseFigures[] {
  const kinds = { cosmetics: 'cosmetics', auto: 'auto', airline: 'airline' } as const
  const kindOf = ({ domain }: JudgedText) => kinds[domain as keyof typeof kinds] ?? 'short reviews'
  return [...new Set(apart.map(kindOf))].map((set) => {
    const own = apart.filter((one) => kindOf(one) === set).map((one) => placeOf(model, one))
    const hits = own.filter(
      ({ distance, balance, positive }) => logOddsOf(model, distance, balance) > 0 === positive,
    ).length
    const { low, high } = wilsonInterval(hits, own.length) ?? { low: 0, high: 1 }
    const percent = (share: number) => Math.round(share * 10_000) / 100
    return { set, clauses: own.length, right: percent(hits / own.length), interval: `${percent(low)}–${percent(high)}` }
  })
}

export function trainClauses(): void {
  const reviews = [
    ...['shopping', 'waimai', 'airline'].flatMap((set) => judgements[set as 'shopping']()),
    ...ownJudgements(),
  ].map(({ text, positive, domain }) => ({ text: plain(text), positive, domain, isHeld: isHeldBack(text) }))
  if (reviews.length === 0)
    throw new Error(`No labelled texts in ${textData}: name their folder with --data or HX_TEXT_DATA`)
  const marked = [...cosmetics(), ...auto()].map((one) => ({
    isHeld: isHeldBack(one.text),
    clauses: markedClauses(one),
  }))
  const clauses = [
    ...reviews.filter(({ isHeld }) => !isHeld).flatMap(clausesToLearn),
    ...Array.from({ length: MARKED_COUNT }, () =>
      marked.filter(({ isHeld }) => !isHeld).flatMap((one) => one.clauses),
    ).flat(),
  ]
  const apart = [
    ...reviews.filter((one) => one.isHeld && isShort(one)),
    ...marked.filter(({ isHeld }) => isHeld).flatMap((one) => one.clauses),
  ]
  const learned = apartFrom(
    clauses,
    apart.filter(({ text }) => text.length >= LONG_ENOUGH),
  )
  const model = fitClauses(learned, apart)
  const bytes = packPolarityModel(model)
  const figures = figuresOf(model, apart)
  console.table(figures)
  writeFileSync(join(MODELS, 'clauses.bin'), sealed(bytes))
  writeFileSync(
    join(MODELS, 'clauses.md'),
    clausesCard({ files: filesRead(), clauses: learned.length, figures, model, options: CLAUSE_OPTIONS }),
  )
  console.log(`models/clauses.bin: ${learned.length} clauses, ${bytes.length} bytes`)
}

/** What people judged clause by clause counts for so many clauses judged by their review. */
const MARKED_COUNT = 3
/** 质量很好 is in a thousand reviews and is no copy of any of them. */
const LONG_ENOUGH = 12
