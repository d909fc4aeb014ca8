import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Tools } from '../../platform/tools.ts'
import type { AllExamples, Example, ExamplesAdded, NewExamples } from '../../shared/contracts/category-examples.ts'
import { LONGEST_EXAMPLE, MOST_EXAMPLES_KEPT } from '../../shared/contracts/example-limits.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { type CustomerPart, holdErasures } from '../customers/index.ts'
import { noSuchFeedback, voicesOf } from '../feedback/index.ts'
import { nodeOf, noted } from './category.actions.ts'
import { allCategories, type Category } from './category.store.ts'
import { noSuchExample, tooManyExamples } from './category-example.refusals.ts'
import {
  countExamples,
  deleteExamples,
  deleteExamplesFrom,
  type ExampleRow,
  examplesFrom,
  examplesOf,
  type NewExample,
  putExamples,
  wordsToForget,
} from './category-example.store.ts'
import { fitOf, lockFit, markAllChanged, markChanged } from './category-fit.store.ts'
import type { maskAll } from './category-fitting.ts'
import { unitedIn } from './category-tree.ts'
import { noSuchCategory, retiredCategory } from './understanding.refusals.ts'

type Act = { by: string; address: string; now: Instant; tools: Pick<Tools, 'threads'> }
type Given = { belongs: boolean; text?: string | undefined; feedbackId?: string | undefined }

const FITTING = new URL('./category-fitting.ts', import.meta.url)
/** Shorter words are said by many; longer ones that a customer said are theirs, also within more. */
const OWN_WORDS_FROM = 15

/** A category in use or not, and all that it unites. */
export async function unitedCategory(
  db: Db,
  id: string,
): Promise<{ category: Category; united: string[]; all: Category[] }> {
  const all = await allCategories(db)
  const category = all.find((each) => each.id === id)
  if (category === undefined) throw noSuchCategory()
  return { category, united: unitedIn(all.map(nodeOf), id), all }
}

/** The examples of a category and of what was merged into it. A voice whose words are gone is none any more. */
export async function examplesIn(db: Db, id: string): Promise<Example[]> {
  const { united } = await unitedCategory(db, id)
  return (await withWords(db, await examplesOf(db, united))).map(({ wasFound: _, ...example }) => example)
}

/** Rows with the words that they stand for, as far as they are learned from. */
export async function withWords(db: Db, rows: readonly ExampleRow[]): Promise<(Example & { wasFound: boolean })[]> {
  const ids = rows.flatMap(({ feedbackId }) => feedbackId ?? [])
  const voices = new Map((await voicesOf(db, ids)).filter(({ erased }) => !erased).map((voice) => [voice.id, voice]))
  return rows.flatMap((row) => {
    const text = row.text ?? voices.get(row.feedbackId ?? '')?.text.slice(0, LONGEST_EXAMPLE) ?? ''
    return text.trim() === '' ? [] : [{ ...row, text }]
  })
}

/** Adds examples, or counter-examples; one that was there as the contrary is turned. */
export function addExamples(
  db: Db,
  id: string,
  { belongs, texts = [], feedbackIds = [] }: NewExamples,
  act: Act,
): Promise<ExamplesAdded> {
  const given = [
    ...texts.map((text) => ({ belongs, text })),
    ...feedbackIds.map((feedbackId) => ({ belongs, feedbackId })),
  ]
  return put(db, id, given, act, async () => 0)
}

/** Makes these all examples of a category; those of what was merged into it stay. */
export function replaceExamples(db: Db, id: string, { items }: AllExamples, act: Act): Promise<ExamplesAdded> {
  return put(db, id, items, act, async (tx, rows) => {
    const kept = new Set(rows.map(keyOf))
    return await deleteExamples(
      tx,
      (await examplesOf(tx, [id])).filter((row) => !kept.has(keyOf(row))).map((row) => row.id),
    )
  })
}

const keyOf = ({ text, feedbackId }: Pick<ExampleRow, 'text' | 'feedbackId'>): string => feedbackId ?? `text ${text}`

type RemoveOthers = (tx: Db, rows: readonly NewExample[]) => Promise<number>

async function put(
  db: Db,
  id: string,
  given: readonly Given[],
  act: Act,
  removeOthers: RemoveOthers,
): Promise<ExamplesAdded> {
  const { category, united } = await unitedCategory(db, id)
  if (category.retiredAt !== null) throw retiredCategory()
  const masked = await maskedTexts(given, act.tools)
  return await db.transaction(async (tx) => {
    await holdErasures(tx)
    await lockFit(tx, id)
    const rows = rowsOf(masked, act.now, await foundBefore(tx, id))
    await requireVoices(tx, rows)
    const removed = await removeOthers(tx, rows)
    const written = await putExamples(tx, id, rows, act.by, act.now)
    const { belong, not } = await countExamples(tx, united)
    if (belong + not > MOST_EXAMPLES_KEPT) throw tooManyExamples(MOST_EXAMPLES_KEPT)
    const added = written.filter(Boolean).length
    if (written.length + removed > 0) await markChanged(tx, [id])
    if (added + removed > 1) await noted(tx, category, { examples: { added, removed } }, act)
    return { added, changed: written.length - added, already: rows.length - written.length, removed }
  })
}

/** The same with personal data masked, which takes its time and is done in a thread. */
async function maskedTexts(given: readonly Given[], { threads }: Act['tools']): Promise<Given[]> {
  const texts = given.flatMap(({ text }) => text ?? [])
  if (texts.length === 0) return [...given]
  const masked = await threads.call<ReturnType<typeof maskAll>>(FITTING, 'maskAll', texts)
  let next = 0
  return given.map((one) => (one.text === undefined ? one : { ...one, text: masked[next++] ?? '' }))
}

/** Each once; of those given twice the last holds. */
function rowsOf(given: readonly Given[], now: Instant, found: ReadonlySet<string>): NewExample[] {
  const rows = new Map<string, NewExample>()
  for (const { belongs, text = null, feedbackId = null } of given) {
    const row = {
      id: newId(now),
      belongs,
      text: feedbackId === null ? text : null,
      feedbackId,
      wasFound: found.has(feedbackId ?? ''),
    }
    rows.set(keyOf(row), row)
  }
  return [...rows.values()]
}

/** Voices that what was learned last would find, as far as people were shown them. */
const foundBefore = async (db: Db, id: string): Promise<Set<string>> => new Set((await fitOf(db, id))?.preview?.would)

async function requireVoices(tx: Db, rows: readonly NewExample[]): Promise<void> {
  const ids = rows.flatMap(({ feedbackId }) => feedbackId ?? [])
  const there = (await voicesOf(tx, ids)).filter(({ erased, text }) => !erased && text.trim() !== '')
  if (there.length < ids.length) throw noSuchFeedback()
}

/** Takes one example away. */
export async function removeExample(db: Db, id: string, exampleId: string): Promise<void> {
  const { united } = await unitedCategory(db, id)
  await db.transaction(async (tx) => {
    await lockFit(tx, id)
    const there = (await examplesOf(tx, united)).some((row) => row.id === exampleId)
    if (!there) throw noSuchExample()
    await deleteExamples(tx, [exampleId])
    await markChanged(tx, [id])
  })
}

/**
 * Examples of customers' voices, in their copy and at their erasure: they are gone as examples, pasted ones that say the
 * same too, and all that was learned here is learned anew.
 */
export const customerExamples: CustomerPart = {
  name: 'category-examples',
  copy: examplesFrom,
  async erase(tx, customerIds) {
    const { said, pasted } = await wordsToForget(tx, customerIds)
    // Where nothing was pasted, nothing of what they said needs to be looked for.
    const kept = pasted.length === 0 ? [] : said.map(asKept)
    const theirs = pasted.filter(({ text }) => kept.some((words) => saysTheSame(words, text)))
    const gone =
      (await deleteExamplesFrom(tx, customerIds)) +
      (await deleteExamples(
        tx,
        theirs.map(({ id }) => id),
      ))
    await markAllChanged(tx)
    return gone
  },
}

const asKept = (words: string): string => mask(words, findPii(words)).trim()

/** `pasted` is all that was said, or too much of it to be what many say. */
function saysTheSame(said: string, pasted: string): boolean {
  return said === pasted || (pasted.length >= OWN_WORDS_FROM && said.includes(pasted))
}
