import type { PartedInto } from '../../engine/learning/parting.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import type { NewSplit, SplitSuggested, SplitWanted } from '../../shared/contracts/learning.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { voicesOf } from '../feedback/index.ts'
import { addCategory, changing, found, nodeOf, noted } from './category.actions.ts'
import { allCategories, type Category, updateCategory } from './category.store.ts'
import { liveBelow } from './category-tree.ts'
import { correctIn, tellChange } from './correction.actions.ts'
import { corrections } from './correction.store.ts'
import { lockReadingSettings, revise } from './reading-settings.store.ts'
import { deleteFilings, filingsThatHold, insertSplit, lastSplit, markUndone, newestOf } from './split.store.ts'
import {
  categoryInUse,
  changedSinceSplit,
  noSuchCategory,
  notSplit,
  retiredCategory,
} from './understanding.refusals.ts'
import { correctUnderstanding, fileAnew, lockUnderstandings } from './understanding.store.ts'

type Act = { by: string; address: string; now: Instant }
type Wanted = SplitWanted

/** The newest voices that are looked at, and how many of them are shown. */
const MOST_READ = 2_000
const MOST_SHOWN = 300
/** Words by which a part that nobody named is called. */
const NAMED_BY = 2
const USUAL_PARTS = 2
const LONGEST_NAME = 60

/** Proposes how a category may be parted, and where its newest voices would go. Changes nothing. */
export async function suggestSplit(
  db: Db,
  id: string,
  { parts, count = USUAL_PARTS }: Wanted,
  tools: Pick<Tools, 'threads' | 'models'>,
): Promise<SplitSuggested> {
  if (!(await allCategories(db)).some((category) => category.id === id)) throw noSuchCategory()
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
  const found = await tools.threads.call<PartedInto>(
    new URL('./parting.ts', import.meta.url),
    'partVoices',
    said.map(({ speaks }) => speaks),
    parts === undefined
      ? count
      : parts.map(({ names, definition = '', words: given = [] }) => ({
          about: `${Object.values(names).join(' ')} ${definition}`,
          words: given,
        })),
    tools.models.meaning,
  )
  return {
    parts: found.parts.map(({ words, example }, at) => ({
      names: parts?.[at]?.names ?? namedBy(words),
      words,
      example,
      voices: found.parted.filter(({ part }) => part === at).length,
    })),
    why: found.why,
    voices: said
      .map(({ feedbackId, text }, i) => ({ feedbackId, text, ...(found.parted[i] ?? { part: null, confidence: 0 }) }))
      .slice(0, MOST_SHOWN),
  }
}

/** Nobody knows yet what it is called; its words stand for it in the language they are of. */
const namedBy = (words: readonly string[]): CategoryNames => ({
  'zh-CN': words.slice(0, NAMED_BY).join(' / ').slice(0, LONGEST_NAME),
})

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
  const made: string[] = []
  const filings: string[] = []
  let filed = 0
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
      const categories = was.categories.map((each) => (each === id ? partOf.get(was.feedbackId)! : each))
      filings.push(...(await correctIn(tx, was, { categories }, { ...act, alongWith: null })))
      filed++
    }
    if (place === 'instead') await updateCategory(tx, { ...whole, retiredAt: act.now })
    await insertSplit(tx, { id: newId(act.now), categoryId: id, place, parts: made, corrections: filings }, act)
    await noted(tx, whole, { split: made.map((part) => publicIdOf('cat', part)), place, filed }, act)
    await lockReadingSettings(tx)
    await revise(tx)
    return id
  })
  return { parts: made, filed }
}

/**
 * Takes back the last split of a category, all of it: the parts become part of it again, it is in use where it was before,
 * and voices that were filed with the split are filed as before. A voice of which somebody has said something since stays
 * as they said. Refused where the tree was changed there meanwhile.
 */
export function undoSplit(db: Db, id: string, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    const whole = found(categories, id)
    const last = await lastSplit(tx, id)
    if (last === null) throw notSplit()
    const parts = last.parts.map((part) => found(categories, part))
    if (!isAsSplit(categories, whole, parts, last.place)) throw changedSinceSplit()
    const filed = await refile(tx, last.corrections, act)
    for (const part of parts) await updateCategory(tx, { ...part, retiredAt: act.now, mergedInto: id })
    if (last.place === 'instead') await updateCategory(tx, { ...whole, retiredAt: null, mergedInto: null })
    await markUndone(tx, last.id, act.now)
    await noted(tx, whole, { splitUndone: last.parts.map((part) => publicIdOf('cat', part)), filed }, act)
    await lockReadingSettings(tx)
    await revise(tx)
    return id
  })
}

/** Whether the tree there is as the split left it; names, words and definitions may be others. */
function isAsSplit(
  categories: readonly Category[],
  whole: Category,
  parts: readonly Category[],
  place: NewSplit['place'],
): boolean {
  const parent = place === 'below' ? whole.id : whole.parentId
  const isWholeAsLeft = (whole.retiredAt === null) === (place === 'below') && whole.mergedInto === null
  return (
    isWholeAsLeft &&
    parts.every(
      (part) =>
        part.retiredAt === null && part.parentId === parent && liveBelow(categories.map(nodeOf), part.id).length === 1,
    )
  )
}

/** Takes back what was filed with a split, where it is still what holds; gives how many voices that were. */
async function refile(tx: Db, ids: readonly string[], { by, now }: Act): Promise<number> {
  const filings = await filingsThatHold(tx, ids)
  const wasOf = new Map(filings.map((filing) => [filing.feedbackId, filing.was]))
  const locked = await lockUnderstandings(tx, [...wasOf.keys()])
  await deleteFilings(
    tx,
    filings.map(({ id }) => id),
  )
  const remaining = await corrections(tx, [...wasOf.keys()])
  for (const is of locked) {
    const back = { ...is, categories: wasOf.get(is.feedbackId) ?? is.categories }
    await correctUnderstanding(tx, is.feedbackId, back, remaining.has(is.feedbackId))
    await tellChange(tx, is, back, { by, now })
  }
  await fileAnew(tx, [...wasOf.keys()])
  return locked.length
}
