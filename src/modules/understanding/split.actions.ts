import type { Db } from '../../platform/db/db.ts'
import type { Tools } from '../../platform/tools.ts'
import type { NewSplit, SplitSuggested, SplitWanted } from '../../shared/contracts/learning.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { voicesOf } from '../feedback/index.ts'
import { addCategory, changing, found, nodeOf, noted, retireCategory } from './category.actions.ts'
import { allCategories } from './category.store.ts'
import { liveBelow } from './category-tree.ts'
import { correctIn } from './correction.actions.ts'
import type { partVoices } from './parting.ts'
import { lockReadingSettings, revise } from './reading-settings.store.ts'
import { newestOf } from './split.store.ts'
import { categoryInUse, noSuchCategory, retiredCategory } from './understanding.refusals.ts'
import { lockUnderstandings } from './understanding.store.ts'

type Act = { by: string; address: string; now: Instant }
type Wanted = SplitWanted

/** The newest voices that are looked at, and how many of them are shown. */
const MOST_READ = 2_000
const MOST_SHOWN = 300
/** Words by which a part that nobody named is called. */
const NAMED_BY = 3
const USUAL_PARTS = 2

/** Proposes how a category may be parted, and where its newest voices would go. Changes nothing. */
export async function suggestSplit(
  db: Db,
  id: string,
  { parts, count = USUAL_PARTS }: Wanted,
  tools: Pick<Tools, 'threads'>,
): Promise<SplitSuggested> {
  const categories = await allCategories(db)
  if (!categories.some((category) => category.id === id)) throw noSuchCategory()
  const filed = await newestOf(db, id, MOST_READ)
  const voices = new Map(
    (
      await voicesOf(
        db,
        filed.map(({ feedbackId }) => feedbackId),
      )
    ).map((voice) => [voice.id, voice]),
  )
  const said = filed.flatMap(({ feedbackId, spans }) => {
    const text = voices.get(feedbackId)?.text ?? ''
    if (text.trim() === '') return []
    // Only what speaks of this category tells its parts apart; of one that a person filed there, all of it.
    return [{ feedbackId, text, speaks: spans.map(({ start, end }) => text.slice(start, end)).join('\n') || text }]
  })
  const { words, parted } = await tools.threads.call<Awaited<ReturnType<typeof partVoices>>>(
    new URL('./parting.ts', import.meta.url),
    'partVoices',
    said.map(({ speaks }) => speaks),
    parts === undefined
      ? count
      : parts.map(({ names, definition = '', words: given = [] }) => ({
          about: `${Object.values(names).join(' ')} ${definition}`,
          words: given,
        })),
  )
  return {
    parts: words.map((of, at) => ({
      names: parts?.[at]?.names ?? namedBy(of),
      words: of,
      voices: parted.filter(({ part }) => part === at).length,
    })),
    voices: said
      .map(({ feedbackId, text }, i) => ({ feedbackId, text, ...(parted[i] ?? { part: null, confidence: 0 }) }))
      .slice(0, MOST_SHOWN),
  }
}

/** Nobody knows yet what it is called; its words stand for it in the language they are of. */
const namedBy = (words: readonly string[]): CategoryNames => ({ 'zh-CN': words.slice(0, NAMED_BY).join(' / ') || '–' })

/**
 * Parts a category, files the voices that a person placed, and has all voices read again with the parts' words. Each placed
 * voice is a judgement to learn from; one that has left the category meanwhile stays where it is.
 */
export async function split(
  db: Db,
  id: string,
  { parts, place, voices }: NewSplit,
  act: Act,
): Promise<{ parts: string[]; filed: number }> {
  let filed = 0
  const made: string[] = []
  await changing(db, async (tx, categories) => {
    const whole = found(categories, id)
    if (whole.retiredAt !== null) throw retiredCategory()
    if (place === 'instead' && liveBelow(categories.map(nodeOf), id).length > 1) throw categoryInUse()
    for (const part of parts)
      made.push(await addCategory(tx, { ...part, parent: place === 'below' ? id : whole.parentId }, act))
    const partOf = new Map(
      voices.flatMap(({ feedbackId, part }) => (made[part] === undefined ? [] : [[feedbackId, made[part]]])),
    )
    for (const was of await lockUnderstandings(tx, [...partOf.keys()])) {
      if (!was.categories.includes(id)) continue
      const to = partOf.get(was.feedbackId)!
      await correctIn(
        tx,
        was,
        { categories: was.categories.map((each) => (each === id ? to : each)) },
        { ...act, alongWith: null },
      )
      filed++
    }
    if (place === 'instead') await retireCategory(tx, id, act)
    await noted(tx, whole, { split: made.map((part) => publicIdOf('cat', part)), place, filed }, act)
    await lockReadingSettings(tx)
    await revise(tx)
    return id
  })
  return { parts: made, filed }
}
