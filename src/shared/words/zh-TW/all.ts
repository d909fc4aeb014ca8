import type { Catalogue } from '../say.ts'
import { accountsWords } from './accounts.ts'
import { customerPageWords } from './customer-pages.ts'
import { explorerWords } from './explorer.ts'
import { homeWords } from './home.ts'
import { letterWords } from './letters.ts'
import { sessionWords } from './session.ts'
import { settingsWords } from './settings.ts'
import { shellWords } from './shell.ts'
import { surveyWords } from './survey.ts'
import { termWords } from './terms.ts'
import { trackWords } from './track.ts'

/** Everything we say in Traditional Chinese, as written in Taiwan. */
export const zhTW: Catalogue = {
  ...shellWords,
  ...accountsWords,
  ...settingsWords,
  ...sessionWords,
  ...termWords,
  ...homeWords,
  ...explorerWords,
  ...letterWords,
  ...trackWords,
  ...customerPageWords,
  ...surveyWords,
}
