import { longestAt, type Phrases, phrasesOf } from './phrases.ts'
import { isWordUnit } from './script.ts'

/** How a clause stands to the one before it: 但是 turns, 虽然 yields. */
export type ClauseLead = 'plain' | 'contrast' | 'concession'

/** A stretch of normalised text that says one thing: units from ≤ i < to. */
export type Clause = { from: number; to: number; lead: ClauseLead }

const CONTRAST = '但是 但 不过 然而 可是 只是 就是 可惜 却 but however yet though except unfortunately'.split(' ')
const CONCESSION = '虽然 虽说 尽管 固然 虽 although while despite'.split(' ')
/** Words that look like a turn and are none: 就是好, 不过如此. */
const PLAIN = ['不过如此', '就是好', '就是喜欢', '就是爱', '只是想', '但愿', '不过分', '而不是', '也就是']

const leads: Phrases<ClauseLead> = phrasesOf([
  ...CONTRAST.map((word) => [word, 'contrast'] as const),
  ...CONCESSION.map((word) => [word, 'concession'] as const),
  ...PLAIN.map((word) => [word, 'plain'] as const),
])

/** Within a clause only a clear turn cuts: 就是 and 却 stay where they are. */
const TURNS = new Set(['但是', '但', '不过', '然而', '可是', 'but', 'however', 'although', 'while', '虽然'])

const STOPS = new Set(',。!?;\n~…|'.split('').map((c) => c.charCodeAt(0)))
const DOT = 0x2e
const SPACE = 0x20

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (STOPS.has(unit)) return true
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (unit === DOT) return !(isWordUnit(before) && isWordUnit(after))
  return unit === SPACE && before > 0x2e80 && after > 0x2e80
}

/** Cuts normalised text into clauses; linear in the text. Clauses without a letter or sign are left out. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let lead: ClauseLead | undefined
  const close = (to: number) => {
    const clause = trimmed(text, from, to)
    if (clause) clauses.push({ ...clause, lead: lead ?? longestAt(leads, text, clause.from)?.value ?? 'plain' })
    lead = undefined
  }
  for (let at = 0; at < text.length; at++) {
    if (isBreak(text, at)) {
      close(at)
      from = at + 1
      continue
    }
    if (at === from) continue
    const turn = longestAt(leads, text, at)
    if (!turn) continue
    if (TURNS.has(text.slice(turn.from, turn.to)) && text.slice(from, at).trim() !== '') {
      close(at)
      from = at
      lead = turn.value
    }
    at = turn.to - 1
  }
  close(text.length)
  return clauses
}

function trimmed(text: string, from: number, to: number): { from: number; to: number } | undefined {
  while (from < to && text.charCodeAt(from) <= SPACE) from++
  while (to > from && text.charCodeAt(to - 1) <= SPACE) to--
  return from < to ? { from, to } : undefined
}
