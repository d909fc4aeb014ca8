/** Every address of this server, module by module; who may call each stands with it. */
import { demoRoutes } from '../demo/demo.routes.ts'
import { jobRoutes } from '../modules/accounts/job.routes.ts'
import { meRoutes } from '../modules/accounts/me.routes.ts'
import { peopleRoutes } from '../modules/accounts/people.routes.ts'
import { sessionRoutes } from '../modules/accounts/session.routes.ts'
import { settingsPages, settingsRoutes } from '../modules/accounts/settings.routes.ts'
import { customerOrders } from '../modules/behaviour/index.ts'
import { orderRoutes } from '../modules/behaviour/order.routes.ts'
import { caseRoutes } from '../modules/cases/case.routes.ts'
import { customerCases } from '../modules/cases/index.ts'
import { promiseRoutes } from '../modules/cases/promise.routes.ts'
import { templateRoutes } from '../modules/cases/template.routes.ts'
import { importRoutes } from '../modules/channels/import.routes.ts'
import { channelRoutes } from '../modules/channels/mailbox.routes.ts'
import { customerDataPages, customerDataRoutes, customerRoutes } from '../modules/customers/customer.routes.ts'
import { type CustomerPart, customerMails, customerSelf } from '../modules/customers/index.ts'
import { feedbackRoutes } from '../modules/feedback/feedback.routes.ts'
import { customerFeedback } from '../modules/feedback/index.ts'
import { improvementPages, improvementRoutes } from '../modules/improvements/improvement.routes.ts'
import { verificationRoutes } from '../modules/improvements/verification.routes.ts'
import { coordinatedRoutes } from '../modules/insights/coordinated.routes.ts'
import { emotionRoutes } from '../modules/insights/emotions.routes.ts'
import { historyRoutes } from '../modules/insights/history.routes.ts'
import { homeRoutes } from '../modules/insights/home.routes.ts'
import { customerPosts, customerThemes } from '../modules/insights/index.ts'
import { similarRoutes } from '../modules/insights/similar.routes.ts'
import { themeRoutes } from '../modules/insights/themes.routes.ts'
import { voiceRoutes } from '../modules/insights/voices.routes.ts'
import { voiceExportPages } from '../modules/insights/voices-export.routes.ts'
import { wordRoutes } from '../modules/insights/words.routes.ts'
import { customerNotices } from '../modules/outreach/index.ts'
import { noticeRoutes } from '../modules/outreach/notice.routes.ts'
import { portalRoutes } from '../modules/portal/portal.routes.ts'
import { customerResponses } from '../modules/surveys/index.ts'
import { responsePages, responseRoutes } from '../modules/surveys/response.routes.ts'
import { surveyRoutes } from '../modules/surveys/survey.routes.ts'
import { categoryRoutes } from '../modules/understanding/category.routes.ts'
import { categoryFitRoutes } from '../modules/understanding/category-fit.routes.ts'
import { customerExamples, customerOutsideCalls, customerUnderstanding } from '../modules/understanding/index.ts'
import { learningRoutes } from '../modules/understanding/learning.routes.ts'
import { outsideModelRoutes } from '../modules/understanding/outside-model.routes.ts'
import { reviewRoutes } from '../modules/understanding/review.routes.ts'
import { understandingRoutes } from '../modules/understanding/understanding.routes.ts'
import { filePages, fileRoutes } from '../platform/files/files.routes.ts'
import type { Page, Route } from '../platform/http/route.ts'
import { JOBS, LISTENERS } from '../worker/jobs.ts'
import { checkPages } from './check.pages.ts'
import { scriptPages } from './page-scripts.ts'
import { noticesOnStatus, portalPages } from './portal.pages.ts'
import { statusPages } from './status.pages.ts'
import { surveyPages } from './survey.pages.ts'
import { surveyStaffPages, surveyStaffRoutes } from './survey-staff.pages.ts'

/** What each module keeps of a customer, from left to right: all of it is copied for them, and erased. */
const CUSTOMER_PARTS: readonly CustomerPart[] = [
  customerSelf,
  customerMails,
  customerOrders,
  customerFeedback,
  customerUnderstanding,
  customerOutsideCalls,
  customerExamples,
  customerResponses,
  customerCases,
  customerNotices,
  customerThemes,
  customerPosts,
]

export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...meRoutes,
  ...settingsRoutes,
  ...peopleRoutes,
  ...jobRoutes(JOBS, LISTENERS),
  ...fileRoutes,
  ...feedbackRoutes,
  ...customerRoutes,
  ...customerDataRoutes(CUSTOMER_PARTS),
  ...orderRoutes,
  ...understandingRoutes,
  ...outsideModelRoutes,
  ...categoryRoutes,
  ...categoryFitRoutes,
  ...learningRoutes,
  ...reviewRoutes,
  ...voiceRoutes,
  ...wordRoutes,
  ...emotionRoutes,
  ...similarRoutes,
  ...historyRoutes,
  ...themeRoutes,
  ...coordinatedRoutes,
  ...surveyRoutes,
  ...surveyStaffRoutes,
  ...responseRoutes,
  ...channelRoutes,
  ...importRoutes,
  ...caseRoutes,
  ...promiseRoutes,
  ...templateRoutes,
  ...improvementRoutes,
  ...verificationRoutes,
  ...noticeRoutes,
  ...portalRoutes,
  ...homeRoutes,
  ...demoRoutes,
]

/** Pages, downloads and streams. */
export const PAGES: readonly Page[] = [
  ...settingsPages,
  ...filePages,
  ...customerDataPages(CUSTOMER_PARTS),
  ...voiceExportPages,
  ...responsePages,
  ...improvementPages,
  ...surveyStaffPages,
  ...scriptPages,
  ...surveyPages,
  ...statusPages(noticesOnStatus),
  ...portalPages,
  ...checkPages,
]
