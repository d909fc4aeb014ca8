import { phrasesOf } from '../language/phrases.ts'
import { collocationsIn } from './collocations.ts'
import { type Keyness, keyness } from './keyness.ts'
import type { Segmenter } from './segmenter.ts'
import { type Term, type TermText, termsOf } from './terms.ts'

/** A word or phrase that is of one group rather than the other; `parts` are the words to look for in the texts. */
export type TellingWord = Keyness & { parts: string[] }

export type Contrast = { here: number; there: number; words: TellingWord[] }

export type ContrastOptions = {
  segment: Segmenter
  /** Names kept whole, such as the workspace's products. */
  names?: readonly string[]
  /** Words of fewer voices of the group are left out: they tell little, and might tell who spoke. Default 3. */
  fewest?: number
  /** At most so many of each group. Default 60. */
  most?: number
}

/** One in ten of what is shown may be chance; and each by itself is surer than two standard errors. */
const ENOUGH = { p: 0.1, z: 1.96 }
/** Words of fewer voices in all could not be sure of either side. */
const TESTED = 5
/** A word of which so much is said within a phrase is shown as that phrase alone. */
const WITHIN = 0.6
const LONGEST_PHRASE = 3

type Spelled = Map<string, { parts: readonly string[]; spellings: Map<string, number> }>

/**
 * The words and phrases that tell one group of texts from another, the surest first; those of `here` have z > 0, those
 * of `there` z < 0. False findings are kept to one in ten.
 */
export function contrast(
  here: readonly TermText[],
  there: readonly TermText[],
  { segment, names = [], fewest = 3, most = 60 }: ContrastOptions,
): Contrast {
  const options = { segment, names: phrasesOf(names.map((name) => [name, true] as const)) }
  const texts = joined([...here, ...there].map((text) => termsOf(text, options)))
  const spelled: Spelled = new Map()
  const tally = new Map<string, { here: number; there: number }>()
  texts.forEach((units, i) => {
    const side = i < here.length ? 'here' : 'there'
    for (const [word, unit] of unitsIn(units)) {
      const count = tally.get(word) ?? { here: 0, there: 0 }
      count[side]++
      tally.set(word, count)
      spell(spelled, word, unit)
    }
  })
  const counts = [...tally].flatMap(([word, count]) =>
    count.here + count.there < Math.max(fewest, TESTED) ? [] : [{ word, ...count }],
  )
  const telling = keyness(counts, { here: here.length, there: there.length }).filter(
    (one) => one.p < ENOUGH.p && Math.abs(one.z) >= ENOUGH.z && (one.z > 0 ? one.here : one.there) >= fewest,
  )
  const sides = [telling.filter(({ z }) => z > 0), telling.filter(({ z }) => z < 0)]
  const words = sides.flatMap((side) => withoutParts(side, spelled).slice(0, most))
  return { here: here.length, there: there.length, words: words.map((one) => shown(one, spelled)) }
}

/** A word, or several that stand together more often than chance would have it. */
type Unit = { parts: readonly Term[] }

const nameOf = ({ parts }: Unit): string =>
  parts.reduce((name, { word }) => name + (/[a-z0-9]$/.test(name) && /^[a-z0-9]/.test(word) ? ' ' : '') + word, '')

/** Twice: 客服 + 态度, then 客服态度 + 差. */
function joined(texts: readonly (readonly (Term | null)[])[]): (Unit | null)[][] {
  let units = texts.map((terms) => terms.map((term) => (term === null ? null : { parts: [term] as readonly Term[] })))
  for (let round = 0; round < 2; round++) {
    const pairs = collocationsIn(units.map((each) => each.map((unit) => (unit === null ? null : nameOf(unit)))))
    const gains = new Map(pairs.map(({ first, second, gain }) => [`${first}\u0001${second}`, gain]))
    units = units.map((each) => joinIn(each, gains))
  }
  return units
}

/** Joins from left to right; a word that belongs more to the next one waits for it. */
function joinIn(units: readonly (Unit | null)[], gains: ReadonlyMap<string, number>): (Unit | null)[] {
  const gainAt = (i: number): number => {
    const [a, b] = [units[i], units[i + 1]]
    if (a == null || b == null || a.parts.length + b.parts.length > LONGEST_PHRASE) return 0
    return gains.get(`${nameOf(a)}\u0001${nameOf(b)}`) ?? 0
  }
  const found: (Unit | null)[] = []
  for (let i = 0; i < units.length; i++) {
    const gain = gainAt(i)
    const [a, b] = [units[i], units[i + 1]]
    if (gain > 0 && gain >= gainAt(i + 1) && a != null && b != null) {
      found.push({ parts: [...a.parts, ...b.parts] })
      i++
    } else found.push(a ?? null)
  }
  return found
}

/** What one text holds, each once: its units and the words they are joined of. */
function unitsIn(units: readonly (Unit | null)[]): Map<string, Unit> {
  const held = new Map<string, Unit>()
  for (const unit of units) {
    if (unit === null) continue
    held.set(nameOf(unit), unit)
    if (unit.parts.length > 1) for (const part of unit.parts) held.set(part.word, { parts: [part] })
  }
  return held
}

function spell(spelled: Spelled, word: string, { parts }: Unit): void {
  let known = spelled.get(word)
  if (known === undefined) {
    known = { parts: parts.map((part) => part.word), spellings: new Map() }
    spelled.set(word, known)
  }
  const written = parts.map((part) => part.written).join(/[a-z]/i.test(word) ? ' ' : '')
  known.spellings.set(written, (known.spellings.get(written) ?? 0) + 1)
}

/** The surest first, without words that are hardly met outside a phrase that is shown. */
function withoutParts(side: readonly Keyness[], spelled: Spelled): Keyness[] {
  const sorted = side.toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.word < b.word ? -1 : 1))
  const most = new Map<string, number>()
  const own = ({ z, here, there }: Keyness): number => (z > 0 ? here : there)
  for (const one of sorted) {
    const parts = spelled.get(one.word)?.parts ?? []
    if (parts.length > 1) for (const part of parts) most.set(part, Math.max(most.get(part) ?? 0, own(one)))
  }
  return sorted.filter(
    (one) => (spelled.get(one.word)?.parts.length ?? 0) > 1 || (most.get(one.word) ?? 0) < WITHIN * own(one),
  )
}

/** In the spelling that most use: 物流, iPhone, 網路. */
function shown(one: Keyness, spelled: Spelled): TellingWord {
  const known = spelled.get(one.word)
  const [best] = [...(known?.spellings ?? [])].sort((a, b) => b[1] - a[1])
  return { ...one, word: best?.[0] ?? one.word, parts: [...(known?.parts ?? [one.word])] }
}
