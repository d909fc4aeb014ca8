import { type Phrases, phrasesOf } from '../language/phrases.ts'
import { FALSE_FRIENDS } from './false-friends.ts'
import { type FewShot, type FewShotFound, fewShotReader } from './few-shot.ts'

/** A category as the engine needs it: what it is called and which words speak of it. */
export type Category = {
  /** Unique, kebab-case. */
  key: string
  /** Key of the category above; absent or null at the top. */
  parent?: string | null
  /** Cue words in any language; latin words match whole. */
  words: readonly string[]
  /** Learned from examples by `fitFewShot`; finds what no cue word names. */
  learned?: FewShot
}

export type Taxonomy = readonly Category[]

/** A taxonomy made ready for finding: cue → the categories it speaks for, by their place in `keys`. */
export type TaxonomyIndex = {
  keys: readonly string[]
  parents: readonly (number | undefined)[]
  cues: Phrases<readonly number[]>
  /** The categories learned from examples that a text belongs to, by place; undefined where none is learned. */
  learned: ((text: string) => FewShotFound<number>[]) | undefined
}

const ready = new WeakMap<Taxonomy, TaxonomyIndex>()

/** Prepares a taxonomy; the result is kept for as long as the same array is used. An unknown parent counts as none. */
export function indexTaxonomy(taxonomy: Taxonomy): TaxonomyIndex {
  const known = ready.get(taxonomy)
  if (known) return known
  const places = new Map(taxonomy.map(({ key }, i) => [key, i]))
  const byWord = new Map<string, number[]>()
  taxonomy.forEach(({ words }, i) => {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), i])
  })
  for (const word of FALSE_FRIENDS) if (!byWord.has(word)) byWord.set(word, [])
  const cues = phrasesOf<readonly number[]>(byWord)
  const parents = taxonomy.map(({ parent }) => (parent ? places.get(parent) : undefined))
  const shown = taxonomy.flatMap(({ learned }, key) => (learned === undefined ? [] : [{ key, learned }]))
  const learned = shown.length === 0 ? undefined : fewShotReader(shown)
  const index = { keys: taxonomy.map(({ key }) => key), parents, cues, learned }
  ready.set(taxonomy, index)
  return index
}

/** True when `above` is `below` itself or stands over it in the tree. Stops in a tree that bites its tail. */
export function isWithin(index: TaxonomyIndex, below: number, above: number): boolean {
  let at: number | undefined = below
  for (let steps = 0; at !== undefined && steps <= index.keys.length; steps++) {
    if (at === above) return true
    at = index.parents[at]
  }
  return false
}
