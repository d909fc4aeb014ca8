/**
 * Themes: what many texts speak of, found without being told.
 *
 * `fitThemes` finds them, in each language by itself, names them by words and sentences and files every text;
 * `themeReader` files new texts under themes found before. Given the themes found before, a new search keeps the identity
 * of those that are still there. Everything is decided by the texts, their order and the seed.
 *
 * Start at  languages.ts (which are searched), discover.ts (how themes are found), mixture.ts (what a theme is),
 *           identity.ts (what stays of it)
 */
import type { Segmenter } from '../keywords/segmenter.ts'
import { fileIds } from './filing.ts'
import { ANY, apportioned, languageOf, languagesOf, placeOf } from './languages.ts'
import { type FiledText, type LanguageThemes, type Theme, type ThemeModel, themesOf } from './model.ts'
import { filedAs, fitLanguage } from './one-language.ts'
import { wordsOf } from './words.ts'

export { type FiledText, type Theme, type ThemeModel, themesOf }

export type ThemeOptions = {
  segment: Segmenter
  /** How many; as many as there are when not given. At least 1. */
  count?: number
  /** Themes that go on, as long as there are not twice as many texts as they were found in. */
  earlier?: ThemeModel
  seed?: number
  /** Told how much of the work is done, 0…1, some dozens of times. */
  progress?: (done: number) => void
}

/**
 * Finds the themes of texts, in each language that a hundred of them are in; those of smaller ones belong to none. Takes
 * time linear in the texts; at most 2,000 UTF-16 units of each are read.
 *
 * @returns  the model, and how each text is filed, in order; no themes when no word is shared by two texts
 */
export function fitThemes(texts: readonly string[], options: ThemeOptions): { model: ThemeModel; filed: FiledText[] } {
  const { segment, count, earlier, seed = 1, progress = () => {} } = options
  const tags = texts.map(languageOf)
  const languages = languagesOf(tags)
  const places = tags.map((tag) => placeOf(tag, languages))
  const own = languages.map((_, part) => places.flatMap((place, i) => (place.own && place.part === part ? [i] : [])))
  const counts =
    count === undefined
      ? undefined
      : apportioned(
          count,
          own.map(({ length }) => length),
        )
  const keeps = earlier && keepersOf(earlier, texts, places, segment)
  const filed = new Array<FiledText>(texts.length)
  const model: ThemeModel = { parts: [], nextId: earlier?.nextId ?? 1 }
  let done = 0
  for (const [part, language] of languages.entries()) {
    const [indices, before] = [own[part]!, done]
    const found = fitLanguage(
      indices.map((i) => texts[i]!),
      {
        language,
        segment,
        count: counts?.[part],
        earlier: earlier && earlierOf(earlier, language),
        goesOn: part === 0 || !isUnparted(earlier),
        keeps: (id) => keeps?.(id, part) ?? true,
        nextId: model.nextId,
        seed,
        progress: (share) => progress((before + share * indices.length) / texts.length),
      },
    )
    done += indices.length
    found.filed.forEach((one, i) => {
      filed[indices[i]!] = one
    })
    model.parts.push({ ...found.part, themes: found.part.themes.map((theme) => placedIn(theme, indices)) })
    model.nextId = found.nextId
  }
  const read = themeReader(model, segment)
  places.forEach(({ own: is }, i) => {
    if (!is) filed[i] = read(texts[i]!)
  })
  return { model, filed }
}

/** The examples of a theme name the texts of its language; here they name all. */
const placedIn = (theme: Theme, indices: readonly number[]): Theme => ({
  ...theme,
  examples: theme.examples.map((example) => ({ ...example, text: indices[example.text]! })),
})

/** Found before languages were told apart. */
const isUnparted = (model: ThemeModel | undefined): boolean => model?.parts[0]?.language === ANY

const earlierOf = (earlier: ThemeModel, language: string): LanguageThemes | undefined =>
  isUnparted(earlier) ? earlier.parts[0] : earlier.parts.find((part) => part.language === language)

/** Themes that were found before languages were told apart stay with the language that most of their texts are in. */
function keepersOf(
  earlier: ThemeModel,
  texts: readonly string[],
  places: readonly { part: number; own: boolean }[],
  segment: Segmenter,
): (id: number, part: number) => boolean {
  if (!isUnparted(earlier)) return () => true
  const read = themeReader(earlier, segment)
  const times = new Map<number, number[]>()
  texts.forEach((text, i) => {
    const { theme } = read(text)
    const { part, own } = places[i]!
    if (theme === null || !own) return
    const row = times.get(theme) ?? []
    row[part] = (row[part] ?? 0) + 1
    times.set(theme, row)
  })
  return (id, part) => {
    const row = times.get(id)
    return row === undefined || row[part] === Math.max(...row.filter((n) => n !== undefined))
  }
}

/** Files texts under themes found before; the work for one text is linear in it. */
export function themeReader(model: ThemeModel, segment: Segmenter): (text: string) => FiledText {
  const languages = model.parts.map(({ language }) => language)
  const numbers = model.parts.map(({ words }) => new Map(words.map((word, at) => [word, at])))
  return (text) => {
    const { part, own } = placeOf(languageOf(text), languages)
    const { mixture, themes } = model.parts[part] ?? { themes: [] }
    if (mixture === undefined || themes.length === 0) return { theme: null, nearest: 0, confidence: 0 }
    const ids = wordsOf(text, segment).flatMap((word) => numbers[part]!.get(word) ?? [])
    const filed = filedAs(fileIds(mixture, ids, 0, ids.length), themes)
    return own ? filed : { ...filed, theme: null }
  }
}
