import type { Catalogue } from '../say.ts'
import { accountsWords } from './accounts.ts'
import { letterWords } from './letters.ts'
import { sessionWords } from './session.ts'
import { shellWords } from './shell.ts'
import { termWords } from './terms.ts'
import { trackWords } from './track.ts'

/** Everything we say in Traditional Chinese, as written in Taiwan. */
export const zhTW: Catalogue = {
  ...shellWords,
  ...accountsWords,
  ...sessionWords,
  ...termWords,
  ...letterWords,
  ...trackWords,
}
