import { accountsWords } from './accounts.ts'
import { letterWords } from './letters.ts'
import { sessionWords } from './session.ts'
import { shellWords } from './shell.ts'
import { termWords } from './terms.ts'
import { trackWords } from './track.ts'

/** Everything we say in Simplified Chinese: the source of truth for the keys. Add an area with one import and one line. */
export const zhCN = {
  ...shellWords,
  ...accountsWords,
  ...sessionWords,
  ...termWords,
  ...letterWords,
  ...trackWords,
} as const
