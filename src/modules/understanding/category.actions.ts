import { STARTER_TREE } from '../../engine/aspects/starter-tree.ts'
import type { Taxonomy } from '../../engine/aspects/taxonomy.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { NewCategory, PatchCategory } from '../../shared/contracts/taxonomy.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import {
  allCategories,
  type Category,
  insertCategories,
  insertCategoryChange,
  lockTree,
  type NewRow,
  updateCategory,
} from './category.store.ts'
import { markChanged, uniteFits } from './category-fit.store.ts'
import { liveBelow, misplaced, type Node } from './category-tree.ts'
import {
  cannotHang,
  categoryInUse,
  keyTaken,
  noSuchCategory,
  notMergeable,
  retiredCategory,
} from './understanding.refusals.ts'

type Act = { by: string; address: string; now: Instant }

export const nodeOf = ({ id, parentId, retiredAt, mergedInto }: Category): Node => ({
  id,
  parentId,
  retired: retiredAt !== null,
  mergedInto,
})

/** Fills an empty tree with the starter categories; a tree that has any is left alone. */
export async function ensureTaxonomy(db: Db, now: Instant): Promise<Category[]> {
  const there = await allCategories(db)
  if (there.length > 0) return there
  return await db.transaction(async (tx) => {
    await lockTree(tx)
    if ((await allCategories(tx)).length === 0) await insertCategories(tx, starterRows(now), now)
    return await allCategories(tx)
  })
}

function starterRows(now: Instant): NewRow[] {
  const ids = new Map(STARTER_TREE.map(({ key }) => [key, newId(now)]))
  return STARTER_TREE.map(({ key, parent, names, definition, words }, position) => ({
    id: ids.get(key) ?? '',
    key,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    names,
    definition,
    words,
    position,
  }))
}

/** What the engine files voices under: categories in use, with the words of those merged into them. */
export function taxonomyOf(categories: readonly Category[]): Taxonomy {
  const live = categories.filter(({ retiredAt, mergedInto }) => retiredAt === null && mergedInto === null)
  const keys = new Map(live.map(({ id, key }) => [id, key]))
  return live.map(({ key, parentId, words }) => ({
    key,
    parent: parentId === null ? null : (keys.get(parentId) ?? null),
    words,
  }))
}

/** Adds a category at the end of its siblings. */
export function addCategory(db: Db, added: NewCategory, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    const parentId = added.parent ?? null
    requirePlace(categories, null, parentId)
    const id = newId(act.now)
    const key = added.key ?? `c-${id.slice(-12)}`
    const position =
      1 + Math.max(-1, ...categories.filter((each) => each.parentId === parentId).map((each) => each.position))
    const row = {
      id,
      key,
      parentId,
      names: added.names,
      definition: added.definition ?? '',
      words: added.words ?? [],
      position,
    }
    if ((await insertCategories(tx, [row], act.now)) === 0) throw keyTaken(key)
    await noted(tx, row, { added: { names: added.names, parent: outside(parentId) } }, act)
    return id
  })
}

/** Renames, redefines, moves. */
export function changeCategory(db: Db, id: string, patch: PatchCategory, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    const before = found(categories, id)
    const { parent, ...rest } = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    ) as PatchCategory
    const after = { ...before, ...rest, ...(parent !== undefined && { parentId: parent }) } as Category
    if (after.parentId !== before.parentId) requirePlace(categories, id, after.parentId)
    await updateCategory(tx, after)
    if (after.definition !== before.definition) await markChanged(tx, [id])
    await noted(tx, after, changesOf(before, after), act)
    return id
  })
}

function changesOf(before: Category, after: Category): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const field of ['names', 'definition', 'words', 'position'] as const) {
    if (JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      changes[field] = { was: before[field], is: after[field] }
  }
  if (before.parentId !== after.parentId)
    changes.parent = { was: outside(before.parentId), is: outside(after.parentId) }
  return changes
}

/** Takes a category and all below it out of use. What is filed under it stays filed. */
export function retireCategory(db: Db, id: string, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    found(categories, id)
    for (const below of liveBelow(categories.map(nodeOf), id)) {
      const category = found(categories, below)
      if (category.retiredAt !== null) continue
      await updateCategory(tx, { ...category, retiredAt: act.now })
      await noted(tx, category, { retired: true }, act)
    }
    return id
  })
}

/** Takes it into use again; one that was merged is apart again. */
export function reviveCategory(db: Db, id: string, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    const category = found(categories, id)
    requirePlace(categories, id, category.parentId)
    await updateCategory(tx, { ...category, retiredAt: null, mergedInto: null })
    await markChanged(tx, category.mergedInto === null ? [id] : [id, category.mergedInto])
    await noted(tx, category, { retired: false }, act)
    return id
  })
}

/** Makes a category part of another: its words go there, its examples count there, and what is filed under it counts there. */
export function mergeCategory(db: Db, id: string, intoId: string, act: Act): Promise<string> {
  return changing(db, async (tx, categories) => {
    const from = found(categories, id)
    const into = found(categories, intoId)
    if (into.retiredAt !== null) throw retiredCategory()
    if (id === intoId || from.retiredAt !== null) throw notMergeable()
    if (liveBelow(categories.map(nodeOf), id).length > 1) throw categoryInUse()
    await updateCategory(tx, { ...into, words: [...new Set([...into.words, ...from.words])] })
    await updateCategory(tx, { ...from, retiredAt: act.now, mergedInto: intoId })
    await uniteFits(tx, id, intoId)
    await noted(tx, from, { mergedInto: outside(intoId) }, act)
    await noted(tx, into, { merged: outside(id) }, act)
    return intoId
  })
}

/** Changes the tree in one transaction, one after the other. */
export async function changing(db: Db, change: (tx: Db, categories: Category[]) => Promise<string>): Promise<string> {
  return await db.transaction(async (tx) => {
    await lockTree(tx)
    return await change(tx, await allCategories(tx))
  })
}

/** Keeps in the history of a category and in the log what was changed. */
export async function noted(
  tx: Db,
  { id, names }: Pick<Category, 'id' | 'names'>,
  change: Record<string, unknown>,
  { by, address, now }: Act,
): Promise<void> {
  await insertCategoryChange(tx, { id: newId(now), categoryId: id, change, by, at: now })
  await audit(tx, {
    by,
    address,
    now,
    action: 'category.changed',
    subject: publicIdOf('cat', id),
    facts: { named: Object.values(names)[0] ?? '', changed: Object.keys(change) },
  })
}

const outside = (id: string | null): string | null => (id === null ? null : publicIdOf('cat', id))

export function found(categories: readonly Category[], id: string): Category {
  const category = categories.find((each) => each.id === id)
  if (category === undefined) throw noSuchCategory()
  return category
}

function requirePlace(categories: readonly Category[], id: string | null, parentId: string | null): void {
  const why = misplaced(categories.map(nodeOf), id, parentId)
  if (why !== null) throw cannotHang(why)
}
