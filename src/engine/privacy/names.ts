import { findChineseNames } from './chinese-names.ts'
import { findEnglishNames, type IsCapital } from './english-names.ts'
import type { Stretch } from './stretch.ts'

/**
 * Names of people in normalised text, only where the words around say that one is given: a dictionary of names would
 * mask far too much (王者荣耀, 高级会员). Reads a bounded way around each such word, so time is linear.
 */
export const findNames = (text: string, isCapital: IsCapital): Stretch[] => [
  ...findChineseNames(text),
  ...findEnglishNames(text, isCapital),
]
