import { accountsWords } from './accounts.ts'
import { channelsWords } from './channels.ts'
import { coordinatedWords } from './coordinated.ts'
import { customerPageWords } from './customer-pages.ts'
import { customersWords } from './customers.ts'
import { examplesWords } from './examples.ts'
import { explorerWords } from './explorer.ts'
import { homeWords } from './home.ts'
import { importsWords } from './imports.ts'
import { improvementsWords } from './improvements.ts'
import { inboxWords } from './inbox.ts'
import { learningWords } from './learning.ts'
import { ledgerWords } from './ledger.ts'
import { letterWords } from './letters.ts'
import { mailFaultWords } from './mail-faults.ts'
import { operationWords } from './operation.ts'
import { outsideModelWords } from './outside-model.ts'
import { portalWords } from './portal.ts'
import { problemWords } from './problems.ts'
import { promisesWords } from './promises.ts'
import { readingAidWords } from './reading-aids.ts'
import { reviewWords } from './review.ts'
import { sessionWords } from './session.ts'
import { settingsWords } from './settings.ts'
import { shellWords } from './shell.ts'
import { surveyWords } from './survey.ts'
import { taxonomyWords } from './taxonomy.ts'
import { templatesWords } from './templates.ts'
import { termWords } from './terms.ts'
import { themesWords } from './themes.ts'
import { trackWords } from './track.ts'

/** Everything we say in Simplified Chinese: the source of truth for the keys. Add an area with one import and one line. */
export const zhCN = {
  ...shellWords,
  ...accountsWords,
  ...settingsWords,
  ...operationWords,
  ...portalWords,
  ...sessionWords,
  ...outsideModelWords,
  ...termWords,
  ...homeWords,
  ...explorerWords,
  ...examplesWords,
  ...improvementsWords,
  ...customersWords,
  ...inboxWords,
  ...channelsWords,
  ...problemWords,
  ...mailFaultWords,
  ...promisesWords,
  ...templatesWords,
  ...importsWords,
  ...taxonomyWords,
  ...readingAidWords,
  ...reviewWords,
  ...learningWords,
  ...ledgerWords,
  ...themesWords,
  ...coordinatedWords,
  ...letterWords,
  ...trackWords,
  ...customerPageWords,
  ...surveyWords,
} as const
