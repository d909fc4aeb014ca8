import { normalise, originalSpan } from '../language/normalise.ts'
import { digitView } from './digit-view.ts'
import { PII_KINDS, type PiiFinding, type PiiKind } from './kinds.ts'
import { RULES } from './rules.ts'
import type { Stretch } from './stretch.ts'

/** Digits apart that are nobody's telephone: an IP address, a free number of North America, a request 1-3001408092. */
const NOT_HIDDEN = /^\d{1,3}(?:\.\d{1,3}){3}$|^1-8(?:00|33|44|55|66|77|88)-|^1-\d{10}$/

/**
 * Personal data in a text, in order, none overlapping: identity numbers (of the mainland, Taiwan and Hong Kong, by their
 * check digits), telephone, card, e-mail, plate, passport, WeChat and QQ numbers, IP addresses, street addresses, names
 * where the words around say so, and the numbers of orders and parcels. Full-width digits, 一三八 and marks between digits
 * do not hide a number. Company data (400 numbers, credit codes) is not personal.
 * Reads the whole text in linear time; offsets are UTF-16 units of it.
 */
export function findPii(text: string): PiiFinding[] {
  const normalised = normalise(text, { collapse: false })
  const isCapital = (at: number) => /^\p{Lu}/u.test(text[normalised.starts[at] ?? text.length] ?? '')
  const view = digitView(normalised.text)
  const taken: (Stretch & { kind: PiiKind })[] = []
  const take = (kind: PiiKind, stretches: readonly Stretch[]) => {
    for (const { from, to } of stretches) taken.push({ kind, from, to })
  }
  const digits = /\d/.test(normalised.text)
  for (const { kind, find, inDigits, withoutDigits } of RULES) {
    if (digits || withoutDigits) take(kind, find(normalised.text, isCapital))
    if (view && inDigits)
      take(
        kind,
        find(view.text, () => false)
          .map(({ from, to }) => ({ from: view.at[from]!, to: view.at[to - 1]! + 1 }))
          .filter(({ from, to }) => !NOT_HIDDEN.test(normalised.text.slice(from, to))),
      )
  }
  return withoutOverlaps(taken).map(({ kind, from, to }) => ({ kind, ...originalSpan(normalised, from, to) }))
}

/** Of stretches that overlap the kind named first wins; the rest stand in order of their place. */
function withoutOverlaps<T extends Stretch & { kind: PiiKind }>(stretches: readonly T[]): T[] {
  const byPlace = stretches.toSorted((a, b) => a.from - b.from || rank(a.kind) - rank(b.kind) || b.to - a.to)
  const kept: T[] = []
  for (const stretch of byPlace) {
    const last = kept.at(-1)
    if (last === undefined || stretch.from >= last.to) kept.push(stretch)
    else if (rank(stretch.kind) < rank(last.kind)) kept[kept.length - 1] = stretch
  }
  return kept
}

const rank = (kind: PiiKind): number => PII_KINDS.indexOf(kind)
