import { bestSharpness } from './calibrate.ts'

/**
 * Labels that each say a mood of a thing, such as `价格 -1` or `logistics/good`. Learned apart, every thing teaches the
 * moods of all: a pair has far fewer texts than its thing or its mood.
 */
export type Pairing = { things: number; moods: number; thingOf: readonly number[]; moodOf: readonly number[] }

/** Turn distances into log-odds: of a pair as a label of its own, of its thing, and of the mood of a thing. */
export type PairOdds = { label: number; thing: number; mood: number }

const MOST_MOODS = 6
/** So many of all pairs must occur, else the names only look alike. */
const LEAST_FILLED = 0.4
const SEPARATORS = [...'\t|#/&@=:;,+~>·：，；、／｜—_ -']
/** A number at the end, or a word of two letters such as 正面. */
const ENDS = [/^(.*?)([+-]?\d+)$/su, /^(.+)(\p{L}{2})$/su]

/** How the names of labels fall into things and moods; null where they do not. */
export function pairingOf(labels: readonly string[]): Pairing | null {
  const ways = [
    ...SEPARATORS.map((sign) => (label: string) => {
      const at = label.indexOf(sign)
      return at < 0 ? null : ([label.slice(0, at), label.slice(at + 1)] as const)
    }),
    ...ENDS.map((end) => (label: string) => {
      const [, head = '', tail = ''] = end.exec(label) ?? []
      return head === '' || tail === '' ? null : ([head, tail] as const)
    }),
  ]
  for (const parted of ways) {
    const parts = labels.flatMap((label) => {
      const part = parted(label)
      return part === null ? [] : [part]
    })
    if (parts.length < labels.length) continue
    const pairing = pairingBy(parts)
    if (pairing !== null) return pairing
  }
  return null
}

/** The side with fewer names holds the moods. */
function pairingBy(parts: readonly (readonly [string, string])[]): Pairing | null {
  const heads = [...new Set(parts.map(([head]) => head))]
  const tails = [...new Set(parts.map(([, tail]) => tail))]
  const [things, moods, thing, mood] =
    heads.length > tails.length ? ([heads, tails, 0, 1] as const) : ([tails, heads, 1, 0] as const)
  if (moods.length < 2 || moods.length > MOST_MOODS || things.length < moods.length) return null
  if (parts.length < LEAST_FILLED * things.length * moods.length) return null
  return {
    things: things.length,
    moods: moods.length,
    thingOf: parts.map((part) => things.indexOf(part[thing])),
    moodOf: parts.map((part) => moods.indexOf(part[mood])),
  }
}

/** Where a row of distances holds those of labels, of things, and of the moods of each thing. */
const moodsAt = (row: Float64Array, { things, moods, thingOf }: Pairing, thing: number): Float64Array => {
  const from = thingOf.length + things + thing * moods
  return row.subarray(from, from + moods)
}

/** The odds under which what was given is likeliest. Rows as `rowOf` of planes gives them. */
export function fitPairOdds(
  rows: readonly Float64Array[],
  given: readonly ReadonlySet<number>[],
  pairing: Pairing,
): PairOdds {
  const { things, thingOf, moodOf } = pairing
  const labels = thingOf.length
  const said = rows.flatMap((row, i) => [...given[i]!].map((label) => ({ row, label })))
  return {
    label: bestSharpness(
      rows.map((row) => row.subarray(0, labels)),
      given,
      true,
    ),
    thing: bestSharpness(
      rows.map((row) => row.subarray(labels, labels + things)),
      given.map((of) => new Set([...of].map((label) => thingOf[label]!))),
      true,
    ),
    mood: bestSharpness(
      said.map(({ row, label }) => moodsAt(row, pairing, thingOf[label]!)),
      said.map(({ label }) => new Set([moodOf[label]!])),
      false,
    ),
  }
}

/** What the pair as a label of its own counts beside thing and mood. */
const WHOLE = 0.35

const logChance = (logit: number): number => -Math.log1p(Math.exp(-logit))

/** Log-odds of each label: the chance of its thing times that of its mood there, and the chance of the pair as a whole. */
export function pairDistances(row: Float64Array, pairing: Pairing, odds: PairOdds): Float64Array {
  const { thingOf, moodOf } = pairing
  return Float64Array.from(thingOf, (thing, label) => {
    const moods = moodsAt(row, pairing, thing)
    let total = 0
    for (const mood of moods) total += Math.exp(odds.mood * mood)
    const ofMood = odds.mood * moods[moodOf[label]!]! - Math.log(total)
    const ofThing = logChance(odds.thing * row[thingOf.length + thing]!)
    const log = (1 - WHOLE) * (ofThing + ofMood) + WHOLE * logChance(odds.label * row[label]!)
    return log - Math.log1p(-Math.exp(Math.min(log, -1e-9)))
  })
}
