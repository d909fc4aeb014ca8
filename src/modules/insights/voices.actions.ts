import type { Db } from '../../platform/db/db.ts'
import type { FeedbackFilter, FeedbackItem, FeedbackView } from '../../shared/contracts/feedback.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { workspaceZone } from '../accounts/index.ts'
import { familyOf } from '../customers/index.ts'
import { noSuchFeedback } from '../feedback/index.ts'
import { allCategories, familyOfCategory, questionsAbout, valueItem } from '../understanding/index.ts'
import { holds, type Wanted, wantedOf } from './search-words.ts'
import { allThemes } from './themes.store.ts'
import { familyOfTheme } from './themes-figures.ts'
import { usualStart } from './usual-period.ts'
import { type Before, findPlaces, type Place, type VoiceFilter } from './voices.store.ts'
import { viewOf, voiceItems, voiceRow } from './voices-shown.store.ts'

export type VoicePage = { items: FeedbackItem[]; next: Before | null }

/** Rounds of looking for whole phrases among voices that hold their parts. What is not found by then is on the next page. */
const MOST_ROUNDS = 8

/**
 * A page of voices, newest first.
 *
 * @param q  words and phrases that all must occur; a text without any finds nothing that has no words in it
 */
export async function listVoices(
  db: Db,
  { q, before, limit, ...filter }: VoiceFilter & { q?: string | undefined; before: Before | null; limit: number },
): Promise<VoicePage> {
  const wanted = q === undefined || q.trim() === '' ? null : wantedOf(q)
  if (q !== undefined && q.trim() !== '' && wanted === null) return { items: [], next: null }
  return wanted === null || wanted.phrases.length === 0
    ? await plainPage(db, wanted, filter, before, limit)
    : await phrasePage(db, wanted, filter, before, limit)
}

async function plainPage(
  db: Db,
  wanted: Wanted | null,
  filter: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<VoicePage> {
  const places = await findPlaces(db, wanted?.tokens ?? null, filter, before, limit + 1)
  const shown = places.slice(0, limit)
  return {
    items: await voiceItems(
      db,
      shown.map(({ id }) => id),
    ),
    next: places.length > limit ? after(shown.at(-1)) : null,
  }
}

async function phrasePage(
  db: Db,
  wanted: Wanted,
  filter: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<VoicePage> {
  const items: FeedbackItem[] = []
  let from = before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const places = await findPlaces(db, wanted.tokens, filter, from, limit + 1)
    const found = await voiceItems(
      db,
      places.map(({ id }) => id),
    )
    for (const item of found) {
      if (!holds(wanted, `${item.subject}\n${item.text}`)) continue
      if (items.length === limit) return { items, next: after(lastOf(items)) }
      items.push(item)
    }
    if (places.length <= limit) return { items, next: null }
    from = after(places.at(-1))
  }
  return { items, next: from }
}

const lastOf = (items: readonly FeedbackItem[]): Place | undefined => items.at(-1)
const after = (place: Place | undefined): Before | null =>
  place === undefined ? null : { at: place.occurredAt, id: place.id }

/**
 * One voice with what was understood of it, and what to ask about it.
 *
 * @throws Refusal 'feedback.not-found'
 */
export async function showVoice(db: Db, id: string): Promise<FeedbackView> {
  const row = await voiceRow(db, id)
  if (row === null) throw noSuchFeedback()
  const questions = await questionsAbout(db, [{ ...row, value: valueItem(row) }])
  return viewOf(row, questions.get(id) ?? null)
}

/** The filter of a list, its categories and customers with all that count as them. */
export async function filterFor(
  db: Db,
  { category, customer, theme, echo, from, to, ...rest }: FeedbackFilter,
  now: Instant,
): Promise<VoiceFilter & { q?: string | undefined }> {
  const categories = category === undefined ? undefined : await categoriesWith(db, category)
  const customers = customer === undefined ? undefined : await familyOf(db, customer)
  const themes = theme === undefined ? undefined : await themesWith(db, theme)
  if (echo === undefined) return { ...rest, from, to, categories, customers, themes }
  // What falls due after now has not been asked for yet.
  const until = Math.min(to ?? now, now) as Instant
  const due = { state: echo, from: from ?? usualStart(until, await workspaceZone(db)), to: until, now }
  return { ...rest, echo: due, categories, customers, themes }
}

/** The newest that fit, at most so many. A search for words that none can hold finds none. */
export async function newestThatFit(db: Db, asked: FeedbackFilter, now: Instant, most: number): Promise<Place[]> {
  const { q, ...filter } = await filterFor(db, asked, now)
  const wanted = q === undefined || q.trim() === '' ? null : wantedOf(q)
  if (wanted === null && q !== undefined && q.trim() !== '') return []
  return await findPlaces(db, wanted?.tokens ?? null, filter, null, most)
}

async function themesWith(db: Db, id: string): Promise<number[]> {
  const themes = await allThemes(db)
  const theme = themes.find((each) => each.id === id)
  return theme === undefined
    ? []
    : familyOfTheme(
        themes.map((each) => (each.id === id ? { ...each, mergedInto: null } : each)),
        theme.number,
      )
}

async function categoriesWith(db: Db, category: string): Promise<string[]> {
  const nodes = (await allCategories(db)).map(({ id, parentId, retiredAt, mergedInto }) => ({
    id,
    parentId,
    retired: retiredAt !== null,
    mergedInto,
  }))
  return familyOfCategory(nodes, category)
}
