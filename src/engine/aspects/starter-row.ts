import type { Category } from './taxonomy.ts'

/** A category of the starter tree with its names and meaning for people. */
export type StarterCategory = Category & {
  parent: string | null
  names: { 'zh-CN': string; 'zh-TW': string; en: string }
  /** When to choose it, in Chinese. */
  definition: string
}

/** One row of the tree; words are parted by spaces, and `_` is a space within a phrase. */
export function row(
  key: string,
  parent: string | null,
  names: readonly [zhCN: string, zhTW: string, en: string],
  definition: string,
  words: string,
): StarterCategory {
  return {
    key,
    parent,
    names: { 'zh-CN': names[0], 'zh-TW': names[1], en: names[2] },
    definition,
    words: words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replaceAll('_', ' ')),
  }
}
