import { sessionWords } from './session.ts'
import { shellWords } from './shell.ts'
import { termWords } from './terms.ts'

/** Everything we say in Simplified Chinese: the source of truth for the keys. Add an area with one import and one line. */
export const zhCN = {
  ...shellWords,
  ...sessionWords,
  ...termWords,
} as const
