/** Every address of this server, module by module; who may call each stands with it. */
import { jobRoutes } from '../modules/accounts/job.routes.ts'
import { meRoutes } from '../modules/accounts/me.routes.ts'
import { peopleRoutes } from '../modules/accounts/people.routes.ts'
import { sessionRoutes } from '../modules/accounts/session.routes.ts'
import { settingsPages, settingsRoutes } from '../modules/accounts/settings.routes.ts'
import { importRoutes } from '../modules/channels/import.routes.ts'
import { channelRoutes } from '../modules/channels/mailbox.routes.ts'
import { customerRoutes } from '../modules/customers/customer.routes.ts'
import { feedbackRoutes } from '../modules/feedback/feedback.routes.ts'
import { homeRoutes } from '../modules/insights/home.routes.ts'
import { filePages, fileRoutes } from '../platform/files/files.routes.ts'
import { type Page, type Route } from '../platform/http/route.ts'
import { JOBS, LISTENERS } from '../worker/jobs.ts'

export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...meRoutes,
  ...settingsRoutes,
  ...peopleRoutes,
  ...jobRoutes(JOBS, LISTENERS),
  ...fileRoutes,
  ...feedbackRoutes,
  ...customerRoutes,
  ...channelRoutes,
  ...importRoutes,
  ...homeRoutes,
]

/** Pages, downloads and streams. */
export const PAGES: readonly Page[] = [...settingsPages, ...filePages]
