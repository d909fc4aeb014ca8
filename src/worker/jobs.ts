/** All work beside the requests: who listens to which news, which tasks can be asked for, what runs by itself and how often. */
import { demoTasks } from '../demo/demo.jobs.ts'
import { accountJobs } from '../modules/accounts/account.jobs.ts'
import { caseJobs, caseListeners } from '../modules/cases/case.jobs.ts'
import { owedListeners } from '../modules/cases/owed.jobs.ts'
import { forgetFiles, runImport } from '../modules/channels/import.jobs.ts'
import { senderOf } from '../modules/channels/index.ts'
import { channelJobs } from '../modules/channels/mailbox.jobs.ts'
import { improvementJobs } from '../modules/improvements/improvement.jobs.ts'
import { coordinatedListeners } from '../modules/insights/coordinated.jobs.ts'
import { countJobs, countListeners } from '../modules/insights/counts.jobs.ts'
import { echoJobs, echoListeners } from '../modules/insights/echo-days.jobs.ts'
import { themeJobs, themeListeners } from '../modules/insights/themes.jobs.ts'
import { outreachListeners, outreachTasks } from '../modules/outreach/notice.jobs.ts'
import { categoryFitJobs } from '../modules/understanding/category-fit.jobs.ts'
import { outsideModelJobs } from '../modules/understanding/outside-model.jobs.ts'
import { understandingJobs, understandingListeners } from '../modules/understanding/understanding.jobs.ts'
import type { AnyTask, Job, Listener } from '../platform/jobs/define.ts'
import { platformJobs } from '../platform/jobs/tidy.jobs.ts'
import { mailJob } from '../platform/mail/send.jobs.ts'

export const LISTENERS: readonly Listener[] = [
  ...understandingListeners,
  ...caseListeners,
  ...owedListeners,
  ...outreachListeners,
  ...countListeners,
  ...echoListeners,
  ...themeListeners,
  ...coordinatedListeners,
]

export const TASKS: readonly AnyTask[] = [runImport, ...outreachTasks, ...demoTasks]

export const JOBS: readonly Job[] = [
  ...platformJobs,
  mailJob(senderOf),
  ...accountJobs,
  ...channelJobs,
  forgetFiles,
  ...understandingJobs,
  ...categoryFitJobs,
  ...outsideModelJobs,
  ...caseJobs,
  ...improvementJobs,
  ...countJobs,
  ...echoJobs,
  ...themeJobs,
]
