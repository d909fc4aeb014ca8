import type { Mixture } from './mixture.ts'
import type { Example, NamingWord } from './naming.ts'

/** What many texts speak of. `id` stays over time; `texts` were filed under it when it was found, outliers not counted. */
export type Theme = { id: number; words: NamingWord[]; examples: Example[]; texts: number }

/**
 * The themes of one language, with all that is needed to file new texts: the mixture is over `words`, its columns in the
 * order of `themes`. `foundIn`: texts that the themes were found in when nothing earlier went on.
 */
export type LanguageThemes = {
  language: string
  words: readonly string[]
  mixture: Mixture
  themes: Theme[]
  foundIn: number
}

/** Themes by language, that of most texts first; `nextId` was never given to any. */
export type ThemeModel = { parts: LanguageThemes[]; nextId: number }

/** `theme` is null for an outlier; `nearest` names a theme all the same. `confidence` is the part of `nearest`, 0…1. */
export type FiledText = { theme: number | null; nearest: number; confidence: number }

/** The themes of all languages. */
export const themesOf = ({ parts }: ThemeModel): Theme[] => parts.flatMap(({ themes }) => themes)

export const emptyPart = (language: string): LanguageThemes => ({
  language,
  words: [],
  mixture: { count: 0, odds: new Float32Array(0), shares: new Float64Array(0) },
  themes: [],
  foundIn: 0,
})
