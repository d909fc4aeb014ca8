/**
 * Every page of the staff app. A page is loaded when it is first visited; `$id` in a path is a parameter
 * (usePathParams), and what follows `?` is read and written with useSearchState.
 */
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'

// biome-ignore lint/complexity/noBannedTypes: a page takes no props
type Page = AsyncRouteComponent<{}>

export type PageRoute = { path: string; page: Page }

function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, () => React.ReactNode>>,
  name: Name,
): PageRoute {
  return { path, page: lazyRouteComponent(load, name) as Page }
}

/** Pages inside the frame: who comes here is signed in. */
export const framed: readonly PageRoute[] = [
  page('/', () => import('./pages/home/HomePage.tsx'), 'HomePage'),
  page('/explorer', () => import('./pages/explorer/ExplorerPage.tsx'), 'ExplorerPage'),
  page('/review', () => import('./pages/review/ReviewPage.tsx'), 'ReviewPage'),
  page('/themes', () => import('./pages/themes/ThemesPage.tsx'), 'ThemesPage'),
  page('/coordinated', () => import('./pages/coordinated/CoordinatedPage.tsx'), 'CoordinatedPage'),
  page('/customers', () => import('./pages/customers/CustomersPage.tsx'), 'CustomersPage'),
  page('/customers/$id', () => import('./pages/customers/CustomerPage.tsx'), 'CustomerPage'),
  page('/inbox', () => import('./pages/inbox/InboxPage.tsx'), 'InboxPage'),
  page('/promises', () => import('./pages/promises/LedgerPage.tsx'), 'LedgerPage'),
  page('/improvements', () => import('./pages/improvements/ImprovementsPage.tsx'), 'ImprovementsPage'),
  page('/improvements/$id', () => import('./pages/improvements/ImprovementPage.tsx'), 'ImprovementPage'),
  page('/portal', () => import('./pages/portal/PortalPage.tsx'), 'PortalPage'),
  page('/surveys', () => import('./pages/surveys/SurveysPage.tsx'), 'SurveysPage'),
  page('/surveys/new', () => import('./pages/surveys/NewSurveyPage.tsx'), 'NewSurveyPage'),
  page('/surveys/$id', () => import('./pages/surveys/SurveyPage.tsx'), 'SurveyPage'),
  page('/settings', () => import('./pages/settings/SettingsPage.tsx'), 'SettingsPage'),
  page('/settings/me', () => import('./pages/settings/me/MePage.tsx'), 'MePage'),
  page('/settings/channels', () => import('./pages/settings/channels/ChannelsPage.tsx'), 'ChannelsPage'),
  page('/settings/taxonomy', () => import('./pages/settings/taxonomy/TaxonomyPage.tsx'), 'TaxonomyPage'),
  page('/settings/learning', () => import('./pages/settings/learning/LearningPage.tsx'), 'LearningPage'),
  page('/settings/imports', () => import('./pages/settings/imports/ImportsPage.tsx'), 'ImportsPage'),
  page('/settings/workspace', () => import('./pages/settings/workspace/WorkspacePage.tsx'), 'WorkspacePage'),
  page('/settings/people', () => import('./pages/settings/people/PeoplePage.tsx'), 'PeoplePage'),
  page('/settings/teams', () => import('./pages/settings/teams/TeamsPage.tsx'), 'TeamsPage'),
  page('/settings/templates', () => import('./pages/settings/templates/TemplatesPage.tsx'), 'TemplatesPage'),
  page('/settings/promises', () => import('./pages/settings/promises/PromisesPage.tsx'), 'PromisesPage'),
  page('/settings/calendar', () => import('./pages/settings/calendar/CalendarPage.tsx'), 'CalendarPage'),
  page('/settings/routing', () => import('./pages/settings/routing/RoutingPage.tsx'), 'RoutingPage'),
  page(
    '/settings/outside-model',
    () => import('./pages/settings/outside-model/OutsideModelPage.tsx'),
    'OutsideModelPage',
  ),
  page('/settings/keys', () => import('./pages/settings/keys/KeysPage.tsx'), 'KeysPage'),
  page('/settings/audit', () => import('./pages/settings/audit/AuditPage.tsx'), 'AuditPage'),
  page('/settings/jobs', () => import('./pages/settings/jobs/JobsPage.tsx'), 'JobsPage'),
]

/** Pages before or beside signing in. */
export const bare: readonly PageRoute[] = [
  page('/sign-in', () => import('./pages/sign-in/SignInPage.tsx'), 'SignInPage'),
  page('/setup', () => import('./pages/setup/SetupPage.tsx'), 'SetupPage'),
  page('/join', () => import('./pages/join/JoinPage.tsx'), 'JoinPage'),
  page('/lost', () => import('./pages/lost/LostPasswordPage.tsx'), 'LostPasswordPage'),
  page('/reset', () => import('./pages/reset/NewPasswordPage.tsx'), 'NewPasswordPage'),
]
